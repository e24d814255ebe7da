// SPDX-License-Identifier: MIT
// npm run package: builds, makes the .vsix, prints what is in it. Fails when it is larger than it may be.
import { listFiles } from '@vscode/vsce';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { makePackage } from './makePackage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Bytes. */
const limit = 1_000_000;

await build();
const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
const packagePath = join(root, `${manifest.name}-${manifest.version}.vsix`);
await makePackage(packagePath);
for (const file of await listFiles({ cwd: root })) {
  console.log(`${String(statSync(join(root, file)).size).padStart(9)}  ${file}`);
}
const { size } = statSync(packagePath);
console.log(`${size} bytes, ${packagePath}`);
if (size > limit) {
  console.error(`The package is larger than ${limit} bytes.`);
  process.exit(1);
}
