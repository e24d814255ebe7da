// SPDX-License-Identifier: MIT
import type { Span } from '../xml/index.ts';

/** A replacement of a part of a source; offsets are UTF-16 units of the source before any edit. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** A text with edits applied, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits].sort((one, other) => other.start - one.start).reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}
