// SPDX-License-Identifier: MIT
import { reservedValueFix } from '../report/index.ts';
import { repairNamespace } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import type { Reviewed } from './reviews.ts';

export interface Replacement extends Span {
  readonly newText: string;
}

/** A change to the document that mends a problem. */
export interface Fix {
  readonly title: string;
  readonly replacements: readonly Replacement[];
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Writes a broken or misspelt namespace declaration as its author meant it. */
export function namespaceFix({ text, dataset }: Reviewed, { offset, length }: Place): Fix | undefined {
  const source = text.slice(offset, offset + length);
  const match = /^([\w:.-]+)(\s*=\s*)(["'])([^]*)\3$/.exec(source);
  if (!match) {
    return undefined;
  }
  const [, name = '', equals = '=', quote = "'", value = ''] = match;
  const repaired = repairNamespace(value);
  const newText = `${name.startsWith('xmlns:') ? name : 'xmlns'}${equals}${quote}${dataset.nearNamespace(repaired) ?? repaired}${quote}`;
  return newText === source ? undefined : { title: `Write ${newText}`, replacements: [{ start: offset, end: offset + length, newText }] };
}

/** Puts a reserved name, address or number in the place of one that somebody may own, in all examples and the prose around them. */
export function realAddressFix({ document }: Reviewed, place: Place): Fix | undefined {
  const fix = reservedValueFix(document, place);
  return fix && { title: fix.title, replacements: fix.edits };
}
