// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { scanJson, scanSarif } from '../report/index.ts';
import { baselineNotes, readBaselineFile, updateBaseline } from './baseline.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { checkFailOn, failsOn, rowFilter } from './filters.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { complain, note, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { reviewFiles } from './reviewFiles.ts';
import { todayHere } from './workspace.ts';

/** `xep-gdpr scan`: every review whole, for a reader or for a program; with a baseline, what it does not know. */
export async function scan(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, scanFormats);
  if (line.operands.length === 0) {
    throw new UsageError('scan needs the path of a XEP source or of a folder with some');
  }
  checkFailOn(line);
  const known = readBaselineFile(line);
  const own = readOwnDataset(line.dataset);
  const dataset = bundledDataset(own);
  const passes = rowFilter(line, dataset);
  const { results, met, unreadable } = await reviewFiles(line, dataset, own, format, known);
  if (known && line.updateBaseline) {
    note(line, [updateBaseline(line, known, met, results.flatMap(({ findings }) => findings))]);
    return complain(unreadable) ? 2 : 0;
  }
  note(line, known ? baselineNotes(line, known, met, todayHere()) : []);
  const scanned = results.map((one, at) => ({ ...one, level: met[at]?.level ?? null })).filter((one) => passes(one.row));
  const outputs = scanned.map((one) => one.output);
  print(line, inFrame(format, outputs, dataset));
  if (complain(unreadable)) {
    return 2;
  }
  return scanned.some(({ row, codes, level }) => failsOn(line, row, codes, level)) ? 1 : 0;
}

const scanFormats = ['text', 'json', 'sarif', 'github'] as const;

function inFrame(format: (typeof scanFormats)[number], outputs: readonly string[], dataset: Dataset): string {
  switch (format) {
    case 'text': return outputs.join('\n');
    case 'json': return scanJson(outputs, version, dataset.version);
    case 'sarif': return scanSarif(outputs, version, dataset);
    case 'github': return outputs.join('');
  }
}
