// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { corpusFiles } from '../../test/support/corpus.ts';
import { median } from './figures.ts';

interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const rounds = 7;
const oursOne = 'xep-gdpr table, one thread';
const oursAll = 'xep-gdpr table, all cores';

/** Times the relevance table of the whole corpus, each in a process of its own, against other programs on the same files; with ratios. */
export function timeTable(cli: string, folder: string): string[] {
  const files = corpusFiles(folder).map((file) => join(folder, file));
  const numbered = files.filter((file) => !file.includes('inbox'));
  const readAll = `const fs=require('fs');let n=0;for(const f of ${JSON.stringify(files)})n+=fs.readFileSync(f,'utf8').length;`;
  const contenders: Contender[] = [
    { name: oursOne, command: process.execPath, args: [cli, 'table', folder, '--jobs', '1', '--quiet'] },
    { name: oursAll, command: process.execPath, args: [cli, 'table', folder, '--jobs', String(cpus().length), '--quiet'] },
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
  const middle = (name: string): number => median(times.get(name) ?? []);
  const figures = present.map(({ name }) => {
    const all = times.get(name) ?? [];
    return `${name.padEnd(36)} ${middle(name).toFixed(0).padStart(6)} ms  (${Math.min(...all).toFixed(0)}-${Math.max(...all).toFixed(0)})`;
  });
  const ratios = [oursOne, oursAll].flatMap((ours) => present.filter(({ name }) => name !== oursOne && name !== oursAll)
    .map(({ name }) => `ratio ${ours} : ${name} = ${(middle(ours) / middle(name)).toFixed(2)}`));
  return [`${files.length} documents (xmllint: the ${numbered.length} numbered ones); median of ${rounds} cold processes`, ...figures, ...ratios];
}
