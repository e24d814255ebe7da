// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What a `code` on the path is told when the extension is to be opened from here. */
function told(...args: string[]): { readonly status: number | null; readonly words: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'));
  try {
    writeFileSync(join(folder, 'code'), `#!/bin/sh\n[ "$1" = --version ] || { printf '%s\\n' "$@" >'${join(folder, 'told')}'; exit 7; }\n`);
    chmodSync(join(folder, 'code'), 0o755);
    const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'editor.mjs'), ...args], { cwd: tmpdir(), env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, INIT_CWD: tmpdir() } });
    return { status, words: readFileSync(join(folder, 'told'), 'utf8').trim().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// A script without a suffix is no program on Windows.
(process.platform === 'win32' ? suite.skip : suite)('npm run editor with an installed VS Code', () => {
  test('opens the folder that is given, seen from where npm was called, with the extension of this checkout, and ends as the editor does', () => {
    assert.deepEqual(told('xeps'), { status: 7, words: [`--extensionDevelopmentPath=${root}`, join(tmpdir(), 'xeps')] });
  });
});
