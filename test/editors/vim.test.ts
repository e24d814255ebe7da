// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atDesk, carrierPlace, isPresent, scanned } from './sample.ts';

interface Said {
  readonly findings: readonly string[];
  readonly hover: string;
}

const script = fileURLToPath(new URL('vim.vim', import.meta.url));
const present = existsSync('/usr/share/vim-ale') && isPresent('vim', '--version');

// Needs the Debian packages vim and vim-ale; elsewhere these are counted as skipped.
(present ? suite : suite.skip)('Vim and ALE with the documented configuration', () => {
  let said: Said;
  const expected = present ? scanned() : [];

  suiteSetup(() => {
    said = atDesk('vim', ({ file, folder, configuration, env }) => {
      const { line, column } = carrierPlace();
      const output = join(folder, 'said.json');
      const { status } = spawnSync('vim', ['-N', '-u', 'NONE', '-i', 'NONE', '-n', '-es', '-S', script], {
        cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...env, CONFIGURATION: configuration, FILE: file, HOVER: `${line}:${column}`, FINDINGS: String(expected.length), OUTPUT: output },
      });
      const answer = readFileSync(output, 'utf8');
      assert.equal(status, 0, answer);
      return JSON.parse(answer) as Said;
    });
  });

  test('shows the findings that the command line lists', () => {
    assert.deepEqual([...said.findings].sort(), expected);
  });

  test('gets a hover on a carrier', () => {
    assert.match(said.hover, /location/i);
  });
});
