// SPDX-License-Identifier: MIT
import { scanJson } from '../report/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { checkFailOn, failsOn, rowFilter } from './filters.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { complain, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { reviewFiles } from './reviewFiles.ts';

/** `xep-gdpr scan`: every review whole, for a reader or for a program. */
export async function scan(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, ['text', 'json']);
  if (line.operands.length === 0) {
    throw new UsageError('scan needs the path of a XEP source or of a folder with some');
  }
  checkFailOn(line);
  const own = readOwnDataset(line.dataset);
  const dataset = bundledDataset(own);
  const passes = rowFilter(line, dataset);
  const { results, unreadable } = await reviewFiles(line, dataset, own, format);
  const scanned = results.filter((one) => passes(one.row));
  const outputs = scanned.map((one) => one.output);
  print(line, format === 'json' ? scanJson(outputs, version, dataset.version) : outputs.join('\n'));
  if (complain(unreadable)) {
    return 2;
  }
  return scanned.some((one) => failsOn(line, one.row, one.codes)) ? 1 : 0;
}
