// SPDX-License-Identifier: MIT
// npm run test:robust [-- --seconds N] [--seed N] [-- MOCHA OPTIONS]: the suites of test/robust, for as long as there is time.
// A failure says the seed and path that repeat it; the same seed tries the same in the same order.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: { seconds, seed }, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '600' }, seed: { type: 'string', default: String(Date.now() % 1_000_000_000) } },
  allowPositionals: true,
});
installMissing();
const { build } = await import('./build.mjs');
await build();
console.log(`Trying for about ${seconds} s. To try the same again: npm run test:robust -- --seconds ${seconds} --seed ${seed}`);
const { status } = spawnSync(process.execPath, ['--expose-gc', join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--timeout', '0', ...positionals, 'test/robust/*.test.ts'], {
  cwd: root, stdio: 'inherit', env: { ...process.env, ROBUST_SECONDS: seconds, ROBUST_SEED: seed },
});
process.exit(status ?? 1);
