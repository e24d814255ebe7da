// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { inFolder, program } from '../cli/run.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const roster = (index: number): string => exampleSection(`<iq type="get" id="a${index}"><query xmlns="jabber:iq:roster"><item jid="ada@tea.example" name="Ada"/></query></iq>`);
const xep = xepSource({ body: Array.from({ length: 60 }, (_unused, index) => roster(index)).join('') + '<p>Nobody knows what is in the <em>kettle</em>.</p>\n'.repeat(400) });
const count = 300;

/** The most megabytes that a run of the program had in use after a collection of young garbage, as the engine tells of each. */
function mostInUse(folder: string): number {
  const { stdout } = spawnSync(process.execPath, ['--trace-gc', program, 'table', '--jobs', '1', '--quiet', '--format', 'csv', '--output', 'table.csv', 'xeps'], { cwd: folder, encoding: 'utf8' });
  const kept = [...stdout.matchAll(/Scavenge [\d.]+ \([\d.]+\) -> ([\d.]+) /g)].map(([, megabytes]) => Number(megabytes));
  assert.ok(kept.length > 10, stdout.slice(0, 500));
  return Math.max(...kept);
}

suite('a table of many documents', () => {
  // With one hidden layout per object, or objects made where the engine seldom looks, these documents filled a hundred megabytes.
  test('lets go of each as soon as it is read, without waiting for a whole collection of garbage', () => {
    const most = inFolder(Object.fromEntries(Array.from({ length: count }, (_unused, index) => [`xeps/xep-${index}.xml`, xep])), mostInUse);
    assert.ok(most < 50, `${most} MB in use`);
  });
});
