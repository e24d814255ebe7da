// SPDX-License-Identifier: MIT
import type { Derivation, FragmentCache, XepDocument } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import { withoutOpenParagraphs } from './speech.ts';

/** How plainly a place names something: 0 as markup (`&lt;name/`), 1 in quotes or tags of its own, 2 as a word, 3 not at all: as a part of another word. */
type Plainness = 0 | 1 | 2 | 3;

interface Mention {
  readonly offset: number;
  readonly plainness: Plainness;
}

type Mentions = ReadonlyMap<string, Mention>;

/** Characters on either side of a piece that tell how a name at its edge stands there. */
const reach = 4;

/** For each name the place below the header that names it most plainly, the first of these; names that nothing mentions are left out. Where a question is open, nothing is said yet. */
export function mentionsOf(document: XepDocument, names: readonly string[], fragments: FragmentCache): ReadonlyMap<string, Span> {
  const finder = fragments.unchanged('mentions', [JSON.stringify(names)], () => finderOf(names));
  const best = new Map<string, Mention>();
  for (const { start, end, isExample } of piecesOf(document)) {
    const text = document.text.slice(start - reach, end + reach);
    for (const [name, { offset, plainness }] of fragments.derive(text, isExample ? finder.inExamples : finder.inProse, () => (isExample ? mentionsIn(text, finder, [1]) : mentionsIn(withoutOpenParagraphs(text), finder, [0, 1, 2])))) {
      const known = best.get(name);
      if (!known || plainness < known.plainness) {
        best.set(name, { offset: start - reach + offset, plainness });
      }
    }
  }
  return new Map([...best].map(([name, { offset }]) => [name, { start: offset, end: offset + name.length }]));
}

interface Piece extends Span {
  readonly isExample: boolean;
}

/** The blocks and what stands between them, in document order. */
function piecesOf({ text, header, blocks }: XepDocument): Piece[] {
  const pieces: Piece[] = [];
  let start = Math.max(reach, header.span.end);
  for (const { element, kind } of blocks) {
    if (element.start >= start) {
      pieces.push({ start, end: element.start, isExample: false }, { start: element.start, end: element.end, isExample: kind === 'stanzas' });
      start = element.end;
    }
  }
  return [...pieces, { start, end: text.length, isExample: false }];
}

/** What is looked for. Markup of an example is no mention: what it shows was found there, or is something else of the same name. */
interface Finder {
  /** Names that are words. */
  readonly words: ReadonlySet<string>;
  readonly others: readonly string[];
  readonly inProse: Derivation<Mentions>;
  readonly inExamples: Derivation<Mentions>;
}

function finderOf(names: readonly string[]): Finder {
  const words = new Set(names.filter((name) => /^[\w-]+$/.test(name)));
  return { words, others: names.filter((name) => !words.has(name)), inProse: { slot: 'mentions' }, inExamples: { slot: 'mentions' } };
}

function mentionsIn(text: string, { words, others }: Finder, counted: readonly Plainness[]): Mentions {
  const best = new Map<string, Mention>();
  const end = text.length - reach;
  const see = (name: string, offset: number): void => {
    const plainness = plainnessAt(text, offset, offset + name.length);
    if (counted.includes(plainness) && plainness < (best.get(name)?.plainness ?? 3)) {
      best.set(name, { offset, plainness });
    }
  };
  for (let offset = reach; offset < end; offset++) {
    const start = offset;
    while (isWordCharacter(text.charCodeAt(offset))) {
      offset++;
    }
    const word = text.slice(start, offset);
    if (words.has(word)) {
      see(word, start);
    }
  }
  for (const name of others) {
    for (let at = text.indexOf(name, reach); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
      see(name, at);
    }
  }
  return best;
}

function plainnessAt(text: string, start: number, end: number): Plainness {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  if (before === '&lt;' && /^(?:\/|&gt;|\s)/.test(after)) {
    return 0;
  }
  if (/[>'"]$/.test(before) && /^[<'"=]/.test(after)) {
    return 1;
  }
  return /[\w-]$/.test(before) || /^[\w-]/.test(after) ? 3 : 2;
}

/** As `\w` and the hyphen; behind a text's end there is none. */
function isWordCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d;
}
