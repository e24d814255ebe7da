// SPDX-License-Identifier: MIT
// npm run docs [-- FOLDER]: writes the pages of docs/ that are made from the program, and from the XEP sources in FOLDER the relevance table.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The relevance table of the numbered XEPs in `folder`, as the program prints it. Expects a built program. */
export function relevancePage(folder) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'table', folder, '--quiet', '--level', 'low+'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const rows = stdout.split('\n').filter((line) => /^\| (?:XEP|---)/.test(line));
  return `# GDPR relevance of XEPs

Made by \`npm run docs\` from the numbered XEPs; levels none are left out. Advisory: what a protocol may carry. Not legal advice.
The codes are explained in [levels.md](levels.md).

${rows.join('\n')}
`;
}

async function writePages() {
  const { register } = await import('tsx/esm/api');
  register();
  const { generatedPages } = await import('./docs/pages.ts');
  const pages = generatedPages();
  rmSync(join(root, 'docs', 'findings'), { recursive: true, force: true });
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installMissing();
  const { build } = await import('./build.mjs');
  await build();
  await writePages();
  const folder = process.argv[2] ?? process.env['XEPS_DIR'] ?? join(root, '..', 'shared', 'corpus');
  if (existsSync(folder)) {
    writeFileSync(join(root, 'docs', 'relevance-table.md'), relevancePage(folder));
  } else {
    console.log(`No XEP sources in ${folder}: docs/relevance-table.md stays as it is.`);
  }
}
