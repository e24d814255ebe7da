// SPDX-License-Identifier: MIT
// Writes docs/relevance-table.md: the relevance table of the numbered XEPs, as the program prints it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The page, made from the XEP sources in `folder`. Expects a built program. */
export function relevancePage(folder) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'table', folder, '--quiet', '--level', 'low+'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const rows = stdout.split('\n').filter((line) => /^\| (?:XEP|---)/.test(line));
  return `# GDPR relevance of XEPs

Made by \`npm run docs\` from the numbered XEPs; levels none are left out. Advisory: what a protocol may carry. Not legal advice.
The codes are explained in [data/codes.md](../data/codes.md).

${rows.join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? process.env['XEPS_DIR'] ?? join(root, '..', 'shared', 'corpus');
  await build();
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'relevance-table.md'), relevancePage(folder));
}
