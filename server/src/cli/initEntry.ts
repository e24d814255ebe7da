// SPDX-License-Identifier: MIT
import { entryJson, entrySkeleton } from '../report/index.ts';
import { draftXep } from '../review/index.ts';
import { readXep } from '../xep/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { UsageError, type CommandLine } from './commandLine.ts';
import type { ExitStatus } from './main.ts';
import { complain, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { entityFinder, readSource } from './sources.ts';
import { todayHere } from './workspace.ts';

/** `xep-gdpr init-entry`: the skeleton of a dataset entry, as if nobody had judged the document yet. */
export async function initEntry(line: CommandLine): Promise<ExitStatus> {
  const [path, ...rest] = line.operands;
  if (path === undefined || rest.length > 0) {
    throw new UsageError('init-entry needs the path of one XEP source');
  }
  const read = readSource({ file: path, path, named: true });
  if (!('text' in read)) {
    complain(['reason' in read ? read : { path, reason: 'is no XEP' }]);
    return 2;
  }
  const entities = entityFinder()(path);
  const dataset = bundledDataset(readOwnDataset(line.dataset), readXep(read.text).header);
  const entry = entrySkeleton(draftXep(path, read.text, dataset, entities ? { entities } : {}), todayHere());
  print(line, entryJson(entry));
  return 0;
}
