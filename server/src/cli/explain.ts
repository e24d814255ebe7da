// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import type { Dataset, DatasetSource } from '../dataset/index.ts';
import { explainCarrier, explainName, oneLine } from '../report/index.ts';
import { lineIndex } from '../xml/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import type { ExitStatus } from './main.ts';
import { complain, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { sourceReviewer, workspaceOptions } from './reviewFiles.ts';
import { readSource, type Source } from './sources.ts';

/** `xep-gdpr explain`: what the dataset says of a name, or what stands at a place of a source. */
export async function explain(line: CommandLine): Promise<ExitStatus> {
  chosenFormat(line, ['text']);
  const [what, ...rest] = line.operands;
  if (what === undefined) {
    throw new UsageError('explain needs "NAMESPACE ELEMENT[@ATTRIBUTE]" or PATH:LINE:COLUMN');
  }
  const own = readOwnDataset(line.dataset);
  const dataset = bundledDataset(own);
  const place = /^(.+):(\d+):(\d+)$/.exec(what);
  if (place && rest.length === 0 && !/\s/.test(what.slice(what.lastIndexOf('/') + 1)) && existsSync(place[1] ?? '')) {
    return explainPlace(line, { file: place[1] ?? '', path: place[1] ?? '', named: true }, Number(place[2]), Number(place[3]), dataset, own);
  }
  if (place && rest.length === 0 && !what.includes(' ')) {
    complain([{ path: place[1] ?? '', reason: 'no such file' }]);
    return 2;
  }
  const words = [what, ...rest].join(' ').trim().split(/\s+/);
  const [namespace, name] = words.length === 1 ? ['', words[0]] : words;
  if (namespace === undefined || name === undefined || words.length > 2) {
    throw new UsageError(`"${words.join(' ')}" is no name: write "NAMESPACE ELEMENT[@ATTRIBUTE]"`);
  }
  const answer = explainName(namespace, name, dataset);
  print(line, answer.text);
  return answer.known ? 0 : 2;
}

function explainPlace(line: CommandLine, source: Source, atLine: number, column: number, dataset: Dataset, own: DatasetSource | undefined): ExitStatus {
  const read = readSource(source);
  const reviewed = sourceReviewer(dataset, own, workspaceOptions(line, [source]))(source);
  if (!reviewed || 'reason' in reviewed || !('text' in read)) {
    complain([reviewed && 'reason' in reviewed ? reviewed : { path: source.path, reason: 'is no XEP' }]);
    return 2;
  }
  const offset = lineIndex(read.text).offsetAt({ line: atLine, column });
  const carriers = reviewed.review.carriers.filter((carrier) => carrier.occurrences.some((at) => offset >= at.offset && offset <= at.offset + at.length));
  if (carriers.length === 0) {
    print(line, `${oneLine(`${source.path}:${atLine}:${column}`)}: nothing here is known to carry personal data.\n`);
    return 0;
  }
  print(line, carriers.map((carrier) => explainCarrier(carrier, reviewed.dataset)).join('\n'));
  return 0;
}
