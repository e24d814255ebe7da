// SPDX-License-Identifier: MIT
import type { Lexicon } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';

/** What a document's prose speaks of. */
export interface Speech {
  /** The text below the header in lower case, without examples and tags. */
  readonly prose: string;
  /** How often something is said: the logarithm of 1 + matches per thousand words, short texts counted as longer than they are. */
  often(pattern: RegExp): number;
  /** How often the words of each category are said, in the order of the lexicon's categories. */
  readonly topics: readonly number[];
}

export function readSpeech(document: XepDocument, lexicon: Lexicon): Speech {
  const prose = document.root ? withoutMarkup(document.text.slice(document.header.span.end, document.root.end)).toLowerCase() : '';
  const words = prose.split(/[^a-z]+/);
  const said = lexicon.categories.map(() => 0);
  for (const word of words) {
    for (const index of lexicon.speaksOf(word) ?? []) {
      said[index] = (said[index] ?? 0) + 1;
    }
  }
  const length = prose.split(/\s+/).length + 200;
  return {
    prose,
    often: (pattern) => Math.log1p((1000 * (prose.match(pattern)?.length ?? 0)) / length),
    topics: said.map((count) => Math.log1p((1000 * count) / (words.length + 300))),
  };
}

/** Paragraphs in which the author has left a question open say nothing yet. Readers do not see what a comment asks. */
function isOpen(paragraph: string): boolean {
  const mark = /\b(?:TODO|TBD|FIXME|XXX)\b/;
  return mark.test(paragraph) && mark.test(paragraph.replace(/<!--[^]*?(?:-->|$)/g, ' '));
}

/** The same text with blanks for paragraphs in which a question is open, so that every place stays where it is. */
export function withoutOpenParagraphs(text: string): string {
  return isOpen(text) ? text.split(/(?<=<\/(?:p|li)>)/).map((paragraph) => (isOpen(paragraph) ? ' '.repeat(paragraph.length) : paragraph)).join('') : text;
}

/** Looks at every character once, also where many sections are opened and none is closed. */
function withoutMarkup(text: string): string {
  const [first = '', ...sections] = text.split('<![CDATA[');
  const after = sections.map((section) => section.slice(section.includes(']]>') ? section.indexOf(']]>') + 3 : section.length));
  return [first, ...after].join(' ').split(/<\/(?:p|li)>/).filter((paragraph) => !isOpen(paragraph)).join(' ').replace(/<[^<>]*>/g, ' ');
}
