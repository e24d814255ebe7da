// SPDX-License-Identifier: MIT
import type { DocumentDiff } from './diffLines.ts';
import { oneLine } from './oneLine.ts';

/** What revisions change, for a reader at a terminal; the empty text where nothing does. */
export function diffText(documents: readonly DocumentDiff[]): string {
  return documents.map(({ heading, lines }) => `${[heading, ...lines.map(({ sign, text }) => `  ${sign} ${text}`)].map(oneLine).join('\n')}\n`).join('\n');
}
