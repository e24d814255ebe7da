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

/** Writes a broken or misspelt namespace declaration as its author meant it, or adds the one of a prefix that is not declared; `about` is what the finding is about. */
export function namespaceFix({ text, dataset }: Reviewed, { offset, length, about }: Place & { readonly about?: string }): Fix | undefined {
  if (about?.startsWith('xmlns:') === true) {
    return declarationFix(text, offset, about);
  }
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

/** Puts a declaration behind the element's name, or before the attribute, whose prefix stands at an offset. */
function declarationFix(text: string, offset: number, declaration: string): Fix {
  const nameEnd = offset + (/^[\w:.-]{1,200}/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const isElement = /(?:<|&lt;)$/.test(text.slice(Math.max(0, offset - 4), offset));
  const at = isElement ? nameEnd : offset;
  return { title: `Declare ${declaration}`, replacements: [{ start: at, end: at, newText: isElement ? ` ${declaration}` : `${declaration} ` }] };
}

/** Puts a reserved name, address or number in the place of one that somebody may own, in all examples and the prose around them. */
export function realAddressFix({ document }: Reviewed, place: Place): Fix | undefined {
  const fix = reservedValueFix(document, place);
  return fix && { title: fix.title, replacements: fix.edits };
}
