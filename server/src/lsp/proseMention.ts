// SPDX-License-Identifier: MIT
import type { Carrier } from '../review/index.ts';
import type { Span } from '../xml/index.ts';
import { isInBlock } from './cursor.ts';
import type { Reviewed } from './reviews.ts';

/** A carrier and the place where prose names it. */
export interface ProseMention {
  readonly carrier: Carrier;
  readonly span: Span;
}

/** Longest piece of prose that is looked at before and behind a name. */
const reach = 200;

/**
 * The carrier that prose names at an offset, plainly: as a quoted tag (`&lt;item/&gt;`), as an attribute in one, or in quotes or tags of its own
 * (`'jid'`, `<tt>jid</tt>`). Where several bear the name, one that the document defines and whose element the paragraph names goes first.
 */
export function proseMentionAt(reviewed: Reviewed, offset: number): ProseMention | undefined {
  const { text, document, review } = reviewed;
  const span = nameAt(text, offset);
  if (!span || offset < document.header.span.end || isInBlock(reviewed, offset)) {
    return undefined;
  }
  const name = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - reach), span.start);
  const after = text.slice(span.end, span.end + reach);
  const tag = /&lt;([\w.:-]+)\s[^<>]*$/.exec(before.slice(Math.max(0, before.lastIndexOf('&gt;'))))?.[1];
  const named = review.carriers.filter((carrier) => carrier.ignored === null && !carrier.baseline && (
    /&lt;\/?$/.test(before) ? isElement(carrier, name)
      : tag !== undefined && /^\s*=/.test(after) ? carrier.attribute === name && carrier.element === tag
        : isSetOff(before, after) && (carrier.field?.var === name || carrier.attribute === name || isElement(carrier, name))
  ));
  const paragraph = Math.max(0, ...['<p', '<li', '<td', '<dd'].map((start) => before.lastIndexOf(start)));
  const around = before.slice(paragraph) + (after.split(/<\/(?:p|li|td|dd)>/)[0] ?? '');
  const fit = ({ own, element, attribute }: Carrier): number => (own ? 2 : 0) + (attribute !== null && around.includes(`&lt;${element}`) ? 1 : 0);
  const best = named.reduce<Carrier | undefined>((known, carrier) => (known && fit(known) >= fit(carrier) ? known : carrier), undefined);
  return best && { carrier: best, span };
}

/** The name around an offset: letters, digits, and what stands inside names of elements, attributes and form fields. */
function nameAt(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < reach && /[\w#:.-]/.test(text.charAt(start - 1))) {
    start--;
  }
  while (end < text.length && end - offset < reach && /[\w#:.-]/.test(text.charAt(end))) {
    end++;
  }
  // A full stop or colon behind a name is the sentence's.
  while (end > start && /[.:]/.test(text.charAt(end - 1))) {
    end--;
  }
  return end > start && offset <= end ? { start, end } : undefined;
}

function isElement({ attribute, field, element }: Carrier, name: string): boolean {
  return attribute === null && !field && element === name;
}

/** Whether a name stands in quotes, or in tags that hold nothing else. */
function isSetOff(before: string, after: string): boolean {
  return /(?:['"‘“]|<(?:tt|em|strong|cite|td|dt|span)[^<>]*>)$/.test(before) && /^(?:['"’”]|<\/(?:tt|em|strong|cite|td|dt|span)>)/.test(after);
}
