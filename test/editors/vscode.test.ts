// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../e2e/test.mjs', import.meta.url));
const kinds = { node: 'where extensions run in Node.js', web: 'where extensions run in a web worker', window: 'worked with mouse and keys' };

// Needs Linux and the npm registry, once; elsewhere these are counted as skipped.
suite('the extension in a real VS Code', () => {
  let said = '';

  suiteSetup(function () {
    this.timeout(400_000);
    const { stdout, stderr } = spawnSync(process.execPath, [runner, '--kind', Object.keys(kinds).join(','), '--setup-seconds', '60'], { cwd: join(runner, '..'), encoding: 'utf8', timeout: 360_000 });
    said = `${stdout}${stderr}`;
    const reason = /^Skipped.*$/m.exec(said)?.[0];
    if (reason !== undefined) {
      console.log(`      ${reason}`);
      this.skip();
    }
  });

  for (const [kind, where] of Object.entries(kinds)) {
    test(`passes ${where}`, () => {
      assert.match(said, new RegExp(`^${kind}: passed$`, 'm'), said);
    });
  }
});
