// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function passes(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

suite('the project itself', () => {
  test('compiles under strict TypeScript', () => {
    passes('node_modules/typescript/bin/tsc', '--noEmit');
    passes('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'client/panel');
  }).timeout(180_000);

  test('follows the lint rules', () => {
    passes('node_modules/eslint/bin/eslint.js', '.');
  }).timeout(180_000);
});
