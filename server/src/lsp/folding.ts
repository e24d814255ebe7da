// SPDX-License-Identifier: MIT
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Span } from '../xml/index.ts';
import { answer, type Feature } from './context.ts';
import type { Reviewed } from './reviews.ts';

/** Header, sections, examples and code blocks fold. */
export const folding: Feature = (context) => {
  context.connection.onFoldingRanges(({ textDocument }) => answer(context, textDocument.uri, foldsOf));
};

function foldsOf({ document, places }: Reviewed): FoldingRange[] {
  const fold = ({ start, end }: Span, kind?: FoldingRangeKind): FoldingRange[] => {
    const startLine = places.position(start).line;
    const endLine = places.position(end).line;
    return endLine <= startLine ? [] : [kind === undefined ? { startLine, endLine } : { startLine, endLine, kind }];
  };
  return [
    ...fold(document.header.span, FoldingRangeKind.Imports),
    ...document.sections.flatMap(({ element }) => fold(element, FoldingRangeKind.Region)),
    ...document.blocks.flatMap(({ element }) => fold(element)),
  ].sort((one, other) => one.startLine - other.startLine || other.endLine - one.endLine);
}
