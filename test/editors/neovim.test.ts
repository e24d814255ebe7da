// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Said {
  readonly findings: readonly { readonly line: number; readonly column: number; readonly code: string; readonly source: string }[];
  readonly hover: string;
  readonly symbols: readonly string[];
  readonly ended: number;
}

interface Place {
  readonly start: { readonly line: number; readonly column: number };
}

interface Scanned {
  readonly documents: readonly [{
    readonly carriers: readonly { readonly category: string; readonly baseline: boolean; readonly occurrences: readonly Place[] }[];
    readonly problems: readonly (Place & { readonly code: string })[];
  }];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'data', 'samples', 'doorbell.xml');
const present = spawnSync('nvim', ['--version']).status === 0;

// Needs the Debian package neovim; elsewhere these are counted as skipped.
(present ? suite : suite.skip)('Neovim with the language server', () => {
  let said: Said;
  const expected = present ? scanned() : [];

  suiteSetup(() => {
    const lines = readFileSync(sample, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('<lat>'));
    const place = `${line + 1}:${(lines[line] ?? '').indexOf('lat') + 1}`;
    const server = JSON.stringify([process.execPath, join(root, 'dist', 'server.node.cjs'), '--stdio']);
    const { stdout, stderr, status } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', sample, '-c', `luafile ${join(root, 'test', 'editors', 'neovim.lua')}`], {
      encoding: 'utf8', timeout: 60_000, env: { ...process.env, SERVER: server, HOVER: place, FINDINGS: String(expected.length) },
    });
    assert.equal(status, 0, stderr);
    said = JSON.parse(stdout) as Said;
  });

  test('shows the findings that the command line lists', () => {
    assert.deepEqual(said.findings.map(({ line, column, code }) => `${line}:${column} ${code}`).sort(), [...expected].sort());
  });

  test('gets a hover on a carrier', () => {
    assert.match(said.hover, /location/i);
  });

  test('gets the sections as symbols', () => {
    assert.ok(said.symbols.length > 0);
  });

  test('ends the server in good order', () => {
    assert.equal(said.ended, 0);
  });
});

/** `line:column code` of every finding that an editor has to show. */
function scanned(): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'scan', '--format', 'json', sample], { encoding: 'utf8' });
  const { documents: [{ carriers, problems }] } = JSON.parse(stdout) as Scanned;
  // The addressing of stanzas is shown on request only.
  const first = carriers.filter(({ baseline }) => !baseline).flatMap(({ category, occurrences }) => occurrences.slice(0, 1).map((at) => ({ ...at, code: `carrier/${category}` })));
  return [...first, ...problems].map(({ start, code }) => `${start.line}:${start.column} ${code}`);
}
