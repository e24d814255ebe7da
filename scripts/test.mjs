// SPDX-License-Identifier: MIT
// npm test [-- MOCHA OPTIONS]: installs what is missing, builds, runs everything. The last line is "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
installMissing();
try {
  const { build } = await import('./build.mjs');
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const result = spawnSync(process.execPath, [join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), ...(process.argv.length > 2 ? process.argv.slice(2) : ['test/**/*.test.ts'])], { cwd: root, stdio: 'inherit' });
process.exit(result.status ?? 1);
