// SPDX-License-Identifier: MIT
import { coverageJson, coverageText } from '../report/index.ts';
import { coverXep, type Coverage } from '../review/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { complain, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { progressBar } from './progress.ts';
import { workspaceOptions } from './reviewFiles.ts';
import { entityFinder, findSources, readSource } from './sources.ts';
import { workspaceFinder } from './workspace.ts';

/** `xep-gdpr coverage`: which names of the sources the dataset has not judged, and which names of entries their sources do not have. */
export async function coverage(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, ['text', 'json']);
  if (line.operands.length === 0) {
    throw new UsageError('coverage needs the path of a XEP source or of a folder with some');
  }
  const own = readOwnDataset(line.dataset);
  const dataset = bundledDataset(own);
  const { sources, unreadable } = findSources(line.operands);
  const workspaceOf = workspaceFinder(dataset, own, workspaceOptions(line, sources).file);
  const entitiesFor = entityFinder();
  const progress = progressBar(sources.length, line.quiet);
  const documents: Coverage[] = [];
  for (const source of sources) {
    const read = readSource(source);
    if ('reason' in read) {
      unreadable.push(read);
    } else if ('text' in read) {
      const entities = entitiesFor(source.file);
      documents.push(coverXep(source.path, read.text, workspaceOf(source)?.dataset ?? dataset, entities ? { entities } : {}));
    }
    progress.advance(1);
  }
  progress.done();
  print(line, format === 'json' ? coverageJson(documents, version, dataset.version) : coverageText(documents));
  return complain(unreadable) ? 2 : 0;
}
