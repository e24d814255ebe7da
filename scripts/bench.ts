// SPDX-License-Identifier: MIT
// npm run bench: how fast the program is on the real XEPs, side by side with others in one run. Prints figures; judges nothing.
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusFolder } from '../test/support/corpus.ts';
import { timeActivation } from './bench/activation.ts';
import { timeTable } from './bench/coldCorpus.ts';
import { timeReviews } from './bench/inProcess.ts';
import { timeServer } from './bench/overStdio.ts';
import { build } from './build.mjs';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const folder = corpusFolder();
if (folder === undefined) {
  console.log('No corpus: set XEPS_DIR.');
  process.exit(0);
}
await build();
console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}`);
print('The relevance table of the corpus', timeTable(join(dist, 'cli.cjs'), folder));
print('A keystroke to its review, in process, 300 keystrokes', timeReviews(folder));
print('The language server over stdio; a keystroke to its diagnostics, 300 keystrokes', await timeServer(join(dist, 'server.node.cjs'), folder));
print('The extension in VS Code', await timeActivation());

function print(title: string, lines: readonly string[]): void {
  console.log(`\n${title}`);
  lines.forEach((line) => console.log(`  ${line}`));
}
