// SPDX-License-Identifier: MIT
// Times the relevance table of the whole corpus against other programs on the same files, in one run; prints medians and ratios.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusFiles, corpusFolder } from '../test/support/corpus.ts';
import { build } from './build.mjs';

interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const rounds = 7;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = corpusFolder();
if (folder === undefined) {
  console.log('No corpus: set XEPS_DIR.');
  process.exit(0);
}
await build();

const cli = join(root, 'dist', 'cli.cjs');
const files = corpusFiles(folder).map((file) => join(folder, file));
const numbered = files.filter((file) => !file.includes('inbox'));
const readAll = `const fs=require('fs');let n=0;for(const f of ${JSON.stringify(files)})n+=fs.readFileSync(f,'utf8').length;`;
const contenders: Contender[] = [
  { name: 'xep-gdpr table, one thread', command: process.execPath, args: [cli, 'table', folder, '--jobs', '1', '--quiet'] },
  { name: 'xep-gdpr table, all cores', command: process.execPath, args: [cli, 'table', folder, '--jobs', String(cpus().length), '--quiet'] },
  { name: 'node, only reads the files', command: process.execPath, args: ['-e', readAll] },
  { name: 'xmllint --noout --noent --loaddtd', command: 'xmllint', args: ['--nonet', '--noout', '--noent', '--loaddtd', ...numbered] },
  { name: 'xmllint --noout', command: 'xmllint', args: ['--nonet', '--noout', ...numbered] },
];
const present = contenders.filter(({ command }) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined);
const times = new Map<string, number[]>(present.map(({ name }) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const { name, command, args } of present) {
    const start = performance.now();
    spawnSync(command, args, { stdio: 'ignore', cwd: folder });
    // The first round warms the disk's cache and is not counted.
    if (round > 0) {
      times.get(name)?.push(performance.now() - start);
    }
  }
}

const median = (name: string): number => [...times.get(name) ?? []].sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}; ${files.length} documents (xmllint: the ${numbered.length} numbered ones); median of ${rounds}, cold processes`);
for (const { name } of present) {
  const all = times.get(name) ?? [];
  console.log(`${name.padEnd(36)} ${median(name).toFixed(0).padStart(6)} ms  (${Math.min(...all).toFixed(0)}-${Math.max(...all).toFixed(0)})`);
}
for (const ours of ['xep-gdpr table, one thread', 'xep-gdpr table, all cores']) {
  for (const { name } of present.filter((one) => !one.name.startsWith('xep-gdpr'))) {
    console.log(`ratio ${ours} : ${name} = ${(median(ours) / median(name)).toFixed(2)}`);
  }
}
