// SPDX-License-Identifier: MIT
import { panelAssets } from '../../generated/panel.js';
import type { Dataset } from '../dataset/index.ts';
import { compareRows, panelHtml, renderTable, tableFormats, tableXepRows, updateTable, type TableRow } from '../report/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { checkFailOn, failsOn, rowFilter } from './filters.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { readForUpdate } from './namedFile.ts';
import { complain, note, print, replaceFile } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { reviewFiles } from './reviewFiles.ts';
import { entityFinder, type Unreadable } from './sources.ts';

/** `xep-gdpr table`: the relevance table of all sources, or its rows put into a XEP. */
export async function table(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, tableFormats);
  if (line.operands.length === 0) {
    throw new UsageError('table needs the path of a XEP source or of a folder with some');
  }
  checkFailOn(line);
  const own = readOwnDataset(line.dataset);
  const dataset = bundledDataset(own);
  const passes = rowFilter(line, dataset);
  if (format === 'html' && line.update === undefined) {
    const { results, unreadable } = await reviewFiles(line, dataset, own, 'panel');
    const entries = results.filter(({ row }) => passes(row)).sort((one, other) => compareRows(one.row, other.row));
    print(line, panelHtml(entries, dataset, version, panelAssets));
    return statusOf(line, entries.map(({ row }) => row), unreadable);
  }
  const { results, unreadable } = await reviewFiles(line, dataset, own, 'row');
  const rows = results.filter(passes).sort(compareRows);
  const entityFile = entityFinder()(line.update ?? line.operands[0] ?? '.');
  const hasEntity = (number: string): boolean => entityFile === undefined || entityFile.has(`xep${number}`);
  if (line.update !== undefined) {
    update(line, line.update, rows, dataset, hasEntity);
  } else if (format !== 'html') {
    print(line, renderTable(format, rows, dataset, version, hasEntity));
  }
  return statusOf(line, rows, unreadable);
}

function statusOf(line: CommandLine, rows: readonly TableRow[], unreadable: readonly Unreadable[]): ExitStatus {
  return complain(unreadable) ? 2 : rows.some((row) => failsOn(line, row, [])) ? 1 : 0;
}

/** Numbered XEPs of level low and above, unless `--level` says otherwise. */
function update(line: CommandLine, file: string, rows: readonly TableRow[], dataset: Dataset, hasEntity: (number: string) => boolean): void {
  const chosen = rows.filter((row) => row.number !== null && (line.levels !== undefined || row.level !== 'none'));
  const source = readForUpdate(file);
  const updated = updateTable(source, tableXepRows(chosen, dataset, hasEntity));
  if ('error' in updated) {
    throw new Error(`${file}: ${updated.error}`);
  }
  if (updated.text !== source) {
    replaceFile(line.output ?? file, updated.text);
  } else if (line.output !== undefined) {
    replaceFile(line.output, source);
  }
  note(line, [`${file}: ${chosen.length} rows${updated.text === source ? ', nothing to change' : ''}`]);
}
