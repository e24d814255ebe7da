// SPDX-License-Identifier: MIT
// Writes a text as the content of an element in all the ways that XML has, and knows where each character went.
import fc from 'fast-check';
import type { Span } from '../../server/src/xml/index.ts';

/** How a piece of a text is written. */
type Way = 'section' | 'escaped' | 'escaped with quotes' | 'numbers';

/** Where the next piece begins, and how it is written. */
export interface Piece {
  readonly length: number;
  readonly way: Way;
}

export const pieces: fc.Arbitrary<readonly Piece[]> = fc.array(fc.record({
  length: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 200 })), way: fc.constantFrom<Way>('section', 'escaped', 'escaped with quotes', 'numbers'),
}), { minLength: 1, maxLength: 12 });

/** The markup for a text, and the span in it of each of its UTF-16 units. */
export interface Written {
  readonly markup: string;
  readonly spans: readonly Span[];
}

/** Writes a text piece by piece, the last way for all the rest; `base` is the offset at which the markup will stand. Pieces do not cut a character of two units. */
export function written(text: string, ways: readonly Piece[], base: number): Written {
  const spans: Span[] = [];
  let markup = '';
  const put = (character: string, as: string): void => {
    const start = base + markup.length;
    markup += as;
    for (let unit = 0; unit < character.length; unit++) {
      // What is written as it is has a place for each unit; a reference is one place for all.
      spans.push(as === character ? { start: start + unit, end: start + unit + 1 } : { start, end: start + as.length });
    }
  };
  let rest = [...text];
  for (let index = 0; rest.length > 0; index++) {
    const { length, way } = ways[index] ?? { length: rest.length, way: ways.at(-1)?.way ?? 'section' };
    const piece = rest.slice(0, length);
    rest = rest.slice(length);
    markup += way === 'section' ? '<![CDATA[' : '';
    for (const character of piece) {
      put(character, way === 'section' ? character : references[way](character));
    }
    markup += way === 'section' ? ']]>' : '';
  }
  return { markup, spans };
}

const needed = (character: string): string => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : character);

const references: Readonly<Record<Exclude<Way, 'section'>, (character: string) => string>> = {
  'escaped': needed,
  'escaped with quotes': (character) => (character === "'" ? '&apos;' : character === '"' ? '&quot;' : character === '>' ? '&gt;' : needed(character)),
  'numbers': (character) => (/[a-z<&'"]/.test(character) ? `&#${character.codePointAt(0) ?? 0};` : character),
};
