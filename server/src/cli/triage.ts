// SPDX-License-Identifier: MIT
import { renderTriage, tableRow, triageFormats, triageOf, type TableRow } from '../report/index.ts';
import { readXep } from '../xep/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { checkFailOn, failsOn, rowFilter } from './filters.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { complain, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { findingCodes } from './projections.ts';
import { sourceReviewer, workspaceOptions } from './reviewFiles.ts';
import { entityFinder, findSources, readSource } from './sources.ts';

/** `xep-gdpr triage`: a page on each source for somebody who has ten minutes. */
export async function triage(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, triageFormats);
  if (line.operands.length === 0) {
    throw new UsageError('triage needs the path of a XEP source');
  }
  checkFailOn(line);
  const own = readOwnDataset(line.dataset);
  const passes = rowFilter(line, bundledDataset(own));
  const { sources, unreadable } = findSources(line.operands);
  const review = sourceReviewer(bundledDataset(own), own, workspaceOptions(line, sources));
  const entitiesFor = entityFinder();
  const pages: string[] = [];
  const rows: { readonly row: TableRow; readonly codes: readonly string[] }[] = [];
  for (const source of sources) {
    const reviewed = review(source);
    const read = readSource(source);
    if (reviewed && 'reason' in reviewed) {
      unreadable.push(reviewed);
    } else if (reviewed && 'text' in read) {
      const row = tableRow(reviewed.review, reviewed.dataset);
      if (passes(row)) {
        rows.push({ row, codes: findingCodes(reviewed.review) });
        pages.push(renderTriage(format, triageOf(readXep(read.text, entitiesFor(source.file)), reviewed.review, reviewed.dataset), version));
      }
    }
  }
  if (format === 'html' && pages.length > 1) {
    throw new UsageError(`triage --format html makes a page of one document, not of ${pages.length}; name one file`);
  }
  print(line, pages.join('\n'));
  if (complain(unreadable)) {
    return 2;
  }
  return rows.some(({ row, codes }) => failsOn(line, row, codes)) ? 1 : 0;
}
