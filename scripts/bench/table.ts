// SPDX-License-Identifier: MIT
import { cpus } from 'node:os';
import { join } from 'node:path';
import { corpusFiles } from '../../test/support/corpus.ts';
import { isHere, runSideBySide, type Contender } from './contenders.ts';
import { medianRow, ratioRow } from './figures.ts';
import type { Part, Row } from './report.ts';

const rounds = 7;
const oursOne = 'xep-gdpr table, one thread';
const oursAll = 'xep-gdpr table, all cores';
const readsOnly = 'Node.js, only reads the files';
const withEntities = 'xmllint --noout --noent --loaddtd';
const withoutEntities = 'xmllint --noout';
const styled = 'xsltproc with the style sheet of the XSF';

/** Times the relevance table of the whole corpus against other programs on the same files, each in a process of its own. */
export async function timeTable(cli: string, folder: string): Promise<Part> {
  const files = corpusFiles(folder).map((file) => join(folder, file));
  // Sources of the inbox do not find their DTD and entities where they are.
  const numbered = files.filter((file) => !file.includes('inbox'));
  const readAll = `const fs=require('fs');let n=0;for(const f of ${JSON.stringify(files)})n+=fs.readFileSync(f,'utf8').length;`;
  const styleSheet = process.env['XSF_STYLESHEET'];
  const contenders: Contender[] = [
    { name: oursOne, command: process.execPath, args: [cli, 'table', folder, '--jobs', '1', '--quiet'] },
    { name: oursAll, command: process.execPath, args: [cli, 'table', folder, '--jobs', String(cpus().length), '--quiet'] },
    { name: readsOnly, command: process.execPath, args: ['-e', readAll] },
    { name: withEntities, command: 'xmllint', args: ['--nonet', '--noout', '--noent', '--loaddtd', ...numbered] },
    { name: withoutEntities, command: 'xmllint', args: ['--nonet', '--noout', ...numbered] },
    ...styleSheet === undefined ? [] : [{ name: styled, command: 'xsltproc', args: ['--nonet', styleSheet, ...numbered], rounds: 2 }],
  ];
  const present = contenders.filter(({ command }) => command === process.execPath || isHere(command));
  const times = await runSideBySide(present, rounds, folder);
  const of = (name: string): readonly number[] => times.get(name) ?? [];
  const absent = [withEntities, withoutEntities, styled].filter((name) => !times.has(name)).map((what): Row => (
    { what, value: undefined, unit: 'ms', note: what === styled && styleSheet === undefined ? 'not measured: XSF_STYLESHEET names no style sheet' : 'not measured: the program is not here' }));
  const compare = (ours: string, theirs: string, goal?: number): Row[] => (times.has(theirs) ? [ratioRow(`${ours} : ${theirs}`, of(ours), of(theirs), goal)] : []);
  return {
    title: 'The relevance table of the whole corpus',
    about: `${files.length} documents (xmllint: the ${numbered.length} numbered ones, which find their DTD), each time in a new process; median of ${rounds} rounds with lowest and highest, ratios round by round.`,
    rows: [
      ...present.map(({ name }) => medianRow(name, of(name), 'ms')), ...absent,
      ...compare(oursOne, withEntities, 0.5), ...compare(oursAll, withEntities, 0.5),
      ...compare(oursOne, readsOnly, 4), ...compare(oursOne, withoutEntities), ...compare(oursOne, styled),
    ],
  };
}
