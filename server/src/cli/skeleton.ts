// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { applyEdits, privacySectionEdits } from '../report/index.ts';
import { readXep } from '../xep/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { UsageError, type CommandLine } from './commandLine.ts';
import type { ExitStatus } from './main.ts';
import { complain, note, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { sourceReviewer, workspaceOptions } from './reviewFiles.ts';
import { entityFinder, readSource, type Source } from './sources.ts';

/** `xep-gdpr triage --skeleton`: the source with what its Privacy Considerations have to answer put in; the file itself only with `--output`. */
export async function skeleton(line: CommandLine): Promise<ExitStatus> {
  const [path, ...rest] = line.operands;
  if (path === undefined || rest.length > 0 || line.format !== undefined) {
    throw new UsageError('triage --skeleton needs the path of one XEP source, and no --format');
  }
  const source: Source = { file: path, path, named: true };
  const own = readOwnDataset(line.dataset);
  const read = readSource(source);
  const reviewed = 'text' in read ? sourceReviewer(bundledDataset(own), own, workspaceOptions(line, [source]))(source) : undefined;
  if (!('text' in read) || !reviewed || 'reason' in reviewed) {
    complain(['reason' in read ? read : reviewed && 'reason' in reviewed ? reviewed : { path, reason: 'is no XEP' }]);
    return 2;
  }
  // What is printed is UTF-8: a source that declares another encoding would no longer be what it says.
  if (!readFileSync(path).equals(Buffer.from(read.text))) {
    throw new Error(`${path}: is not UTF-8; save it as UTF-8 first`);
  }
  const { review, dataset } = reviewed;
  const edits = privacySectionEdits(readXep(read.text, entityFinder()(path)), review, dataset);
  const text = applyEdits(read.text, edits);
  print(line, text);
  const points = edits.reduce((sum, { newText }) => sum + (newText.match(/\bTODO: /g)?.length ?? 0), 0);
  note(line, [`${path}: ${points === 0 ? 'nothing to add to the Privacy Considerations' : `${points} points to answer in the Privacy Considerations, each marked TODO`}`]);
  return 0;
}
