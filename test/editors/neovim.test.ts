// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { atDesk, carrierPlace, isPresent, scanned } from './sample.ts';

interface Said {
  readonly findings: readonly { readonly line: number; readonly column: number; readonly code: string; readonly source: string }[];
  readonly hover: string;
  readonly symbols: readonly string[];
  readonly ended: number;
}

const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
const present = isPresent('nvim', '--version');

// Needs the Debian package neovim; elsewhere these are counted as skipped.
(present ? suite : suite.skip)('Neovim with the documented configuration', () => {
  let said: Said;
  const expected = present ? scanned() : [];

  suiteSetup(() => {
    said = atDesk('lua', ({ file, folder, configuration, env }) => {
      const { line, column } = carrierPlace();
      const { stdout, stderr, status } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', 'filetype on', '-c', `luafile ${configuration}`, '-c', `edit ${file}`, '-c', `luafile ${script}`], {
        cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...env, HOVER: `${line}:${column}`, FINDINGS: String(expected.length) },
      });
      assert.equal(status, 0, stderr);
      return JSON.parse(stdout) as Said;
    });
  });

  test('shows the findings that the command line lists', () => {
    assert.deepEqual(said.findings.map(({ line, column, code }) => `${line}:${column} ${code}`).sort(), expected);
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
