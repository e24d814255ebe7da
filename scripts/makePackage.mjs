// SPDX-License-Identifier: MIT
// node scripts/makePackage.mjs FILE: makes the .vsix of a built program.
import { createVSIX } from '@vscode/vsce';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedReadme } from './packagedReadme.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes the .vsix of a built program. */
export async function makePackage(packagePath) {
  const readmePath = join('dist', 'README.md');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, readmePath), packagedReadme(readFileSync(join(root, 'README.md'), 'utf8')));
  await createVSIX({ cwd: root, packagePath, readmePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makePackage(process.argv[2]);
}
