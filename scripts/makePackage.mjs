// SPDX-License-Identifier: MIT
// node scripts/makePackage.mjs FILE: makes the .vsix of a built program.
import { createVSIX } from '@vscode/vsce';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes the .vsix of a built program. */
export async function makePackage(packagePath) {
  const readmePath = join('dist', 'README.md');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, readmePath), packagedReadme(readFileSync(join(root, 'README.md'), 'utf8')));
  await createVSIX({ cwd: root, packagePath, readmePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
}

/** The README as an extension's page shows it: pictures and links that lead into the source tree, of which no address is published, would be broken there. */
export function packagedReadme(text) {
  return text.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '').replace(/\[([^\]]+)\]\((?!https:|#)[^)]*\)/g, '$1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makePackage(process.argv[2]);
}
