// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../e2e/test.mjs', import.meta.url));
const hosts = { node: 'in Node.js', web: 'in a web worker' };

// Needs Linux and the npm registry, once; elsewhere these are counted as skipped.
suite('the extension in a real VS Code', () => {
  for (const [kind, where] of Object.entries(hosts)) {
    test(`passes its suites where extensions run ${where}`, function () {
      this.timeout(400_000);
      const { status, stdout, stderr } = spawnSync(process.execPath, [runner, '--kind', kind, '--setup-seconds', '60'], { cwd: join(runner, '..'), encoding: 'utf8', timeout: 360_000 });
      const reason = /^Skipped.*$/m.exec(stdout)?.[0];
      if (reason !== undefined) {
        console.log(`      ${reason}`);
        this.skip();
      }
      assert.equal(status, 0, `${stdout}${stderr}`);
    });
  }
});
