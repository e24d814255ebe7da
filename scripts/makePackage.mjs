// SPDX-License-Identifier: MIT
// node scripts/makePackage.mjs FILE: makes the .vsix of a built program. The same sources make the same bytes.
import { createVSIX, listFiles } from '@vscode/vsce';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedReadme } from './packagedReadme.mjs';
import { withStage } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Seconds since 1970: the time of every file in the package, at the beginning of 2026. */
const fixedTime = '1767225600';
/** What of the sources may be packaged at all; .vscodeignore chooses among it. */
const candidates = ['.vscodeignore', 'CHANGELOG.md', 'LICENSE', 'ThirdPartyNotices.txt', 'dist', 'client/media', 'data/schemas', 'docs/findings', 'l10n', 'syntaxes'];
/** Members of package.json that only npm and developers need. */
const notForEditors = new Set(['bin', 'devDependencies', 'files', 'scripts']);

/** Makes the .vsix of a built program; answers its path and its files. */
export async function makePackage(packagePath) {
  const readmePath = join('dist', 'README.md');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, readmePath), packagedReadme(readFileSync(join(root, 'README.md'), 'utf8')));
  const texts = readdirSync(root).filter((name) => /^package\.nls\b.*\.json$/.test(name));
  return withStage([...candidates, ...texts], (member) => !notForEditors.has(member), async (stage) => {
    // The packager reads the one, and writes local times by the other.
    Object.assign(process.env, { SOURCE_DATE_EPOCH: fixedTime, TZ: 'UTC' });
    // The README's links stay as they are: they lead into the source tree, of which no address is published.
    await createVSIX({ cwd: stage, packagePath: resolve(packagePath), readmePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
    return { path: packagePath, files: (await listFiles({ cwd: stage })).map((file) => ({ path: file, size: statSync(join(stage, file)).size })) };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makePackage(process.argv[2]);
}
