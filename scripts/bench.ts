// SPDX-License-Identifier: MIT
// npm run bench [-- --only NAME[,NAME...]] [-- --write]: how fast the program is on the real XEPs, side by side with others in one run. --write puts it into docs/performance.md, where parts that were not measured stay.
// npm run bench -- --check: whether something got slower than it was, without a corpus and whatever the machine; exit status 1 names it. With --keep, today is what it is compared with from now on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusFolder } from '../test/support/corpus.ts';
import { checkRatios } from './bench/check.ts';
import { measureGrowth } from './bench/growth.ts';
import { timeShippedReviews } from './bench/inBundle.ts';
import { measureMemory } from './bench/memory.ts';
import { markdownOf, textOf, type Part } from './bench/report.ts';
import { measureSizes } from './bench/sizes.ts';
import { timeStart } from './bench/startUp.ts';
import { timeStdio } from './bench/stdio.ts';
import { timeTable } from './bench/table.ts';
import { build } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const cli = join(dist, 'cli.cjs');
const server = join(dist, 'server.node.cjs');
const parts: Readonly<Record<string, (folder: string) => Promise<Part> | Part>> = {
  table: (folder) => timeTable(cli, folder),
  keystrokes: (folder) => timeShippedReviews(root, folder),
  stdio: (folder) => timeStdio(server, folder),
  start: (folder) => timeStart(cli, server, folder),
  memory: (folder) => measureMemory(server, folder),
  growth: (folder) => measureGrowth(cli, folder, values.copies?.split(',').map(Number)),
  sizes: () => measureSizes(dist),
};

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean', default: false }, check: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, copies: { type: 'string' } } });
process.exitCode = values.check ? check(values.keep) : await bench(values.only?.split(',') ?? Object.keys(parts), values.write);

function check(keep: boolean): number {
  const slower = checkRatios(keep);
  slower.forEach((name) => console.error(`${name} got slower`));
  return slower.length === 0 ? 0 : 1;
}

async function bench(names: readonly string[], write: boolean): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  const folder = corpusFolder();
  if (folder === undefined) {
    console.log('No corpus: set XEPS_DIR to a checkout of the XEPs.');
    return 0;
  }
  await build();
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}, ${process.platform} ${process.arch}`;
  const load = loadavg()[0] ?? 0;
  console.log(machine);
  const measured: Part[] = [];
  for (const name of names) {
    const part = await parts[name]?.(folder);
    if (part) {
      measured.push(part);
      console.log(textOf(part));
    }
  }
  if (write) {
    const file = join(root, 'docs', 'performance.md');
    writeFileSync(file, page(`${machine}; load when it began: ${load.toFixed(1)}`, measured, existsSync(file) ? readFileSync(file, 'utf8') : ''));
  }
  return 0;
}

function page(machine: string, measured: readonly Part[], before: string): string {
  const intro = `# Performance

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine}.

Figures are those of one run on that machine, with whatever else it did: a load above the number of its processors makes all times longer.
Ratios compare programs that took turns in that run, and say more; so does processor time.
\`npm run bench -- --check\` tells whether something got slower, by ratios to a fixed piece of work.
`;
  const sections = new Map(before.split(/^(?=## )/m).slice(1).map((section) => [section.slice(3, section.indexOf('\n')), `${section.trimEnd()}\n`]));
  measured.forEach((part) => sections.set(part.title, markdownOf(part)));
  return `${[intro, ...sections.values()].join('\n').trimEnd()}\n`;
}
