// SPDX-License-Identifier: MIT
// npm start [-- PATH...]: installs what is missing, builds, prints the relevance table and writes it as a page.
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const invokedFrom = process.env['INIT_CWD'] ?? process.cwd();

installMissing();
const { build } = await import('./build.mjs');
await build();

const paths = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'data', 'samples')];
const report = join(root, 'out', 'relevance.html');
const cli = (args) => spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'table', ...args], { cwd: invokedFrom, stdio: 'inherit' }).status ?? 2;
const { mkdirSync } = await import('node:fs');
mkdirSync(dirname(report), { recursive: true });

const printed = cli(paths);
const written = cli(['--format', 'html', '--output', report, '--quiet', ...paths]);
if (written !== 2 || printed !== 2) {
  console.log(`\nHTML report: ${relative(invokedFrom, report) || report}`);
}
process.exit(printed);
