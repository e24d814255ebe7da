// SPDX-License-Identifier: MIT
import { detached, parseXml, tokenReader, type TokenReader, type XmlTree } from '../xml/index.ts';

/** Prefixes that examples use without declaring them (the streams of RFC 6120 declare them on a root that is not shown). */
const knownPrefixes: ReadonlyMap<string, string> = new Map([
  ['stream', 'http://etherx.jabber.org/streams'],
  ['db', 'jabber:server:dialback'],
  ['sasl', 'urn:ietf:params:xml:ns:xmpp-sasl'],
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema'],
  ['vcard', 'vcard-temp'],
]);

/** What a prefix stands for where an example does not declare it, or undefined. */
export function usualNamespace(prefix: string): string | undefined {
  return knownPrefixes.get(prefix);
}

/** Whether XEPs use a prefix without declaring it and are understood. */
export function isCustomaryPrefix(prefix: string): boolean {
  return knownPrefixes.has(prefix);
}

const stanzaNames: ReadonlySet<string> = new Set(['iq', 'message', 'presence']);
const stanzaNamespaces: ReadonlySet<string> = new Set(['jabber:client', 'jabber:server', 'jabber:component:accept', 'jabber:component:connect']);

/** Elements whose stanza children belong to `jabber:client` although they seem to inherit the wrapper's namespace. */
const stanzaParents: ReadonlySet<string> = new Set(['forwarded', 'stream', 'delegation', 'privilege']);

/** A piece of a document as it stands in the source or in an example, and its tree, read when first asked for. */
export interface Fragment {
  readonly text: string;
  readonly tree: XmlTree;
}

/** Stands for a way to make something from a fragment. Use the same object for as long as that gives the same result for the same text. */
export interface Derivation<Result> {
  /** The results of the last two derivations of each slot are kept with a fragment. */
  readonly slot: string;
  /** For the type only. */
  readonly result?: Result;
}

/**
 * What reviews of one document after another, or of its versions, have in common: pieces of text with their trees and what was made from them,
 * so that a keystroke costs only the piece that it changed. Holds a bounded number of pieces.
 */
export interface FragmentCache {
  /** The tree of an example's text. */
  get(text: string): XmlTree;
  /** What `make` makes from a text, made once while text and derivation stay the same. */
  derive<Result>(text: string, derivation: Derivation<Result>, make: (fragment: Fragment) => Result): Result;
  /** The value made for this slot the last time that all parts were the same; the last two values are kept per slot, as an edit is often taken back. */
  unchanged<Value>(slot: string, parts: readonly unknown[], make: () => Value): Value;
}

/** A class, as an accessor in an object literal gives every object a layout of its own, and engines keep what it sees until a whole collection of garbage. */
class KeptFragment implements Fragment {
  readonly text: string;
  /** The piece that was asked for after this one the last time. */
  next: KeptFragment | undefined = undefined;
  readonly derived = new Map<string, Kept>();
  readonly #reader: TokenReader;
  #tree: XmlTree | undefined = undefined;

  constructor(text: string, reader: TokenReader) {
    this.text = text;
    this.#reader = reader;
  }

  get tree(): XmlTree {
    return (this.#tree ??= parseFragment(this.text, this.#reader));
  }
}

/** Something made, with what it was made from, and what was made before it. */
interface Kept {
  readonly from: readonly unknown[];
  readonly value: unknown;
  readonly before: Kept | undefined;
}

/** Keeps at most `limit` pieces. Those asked for since the last change of generation stay; of the others, half of all at most, any may go. */
export function fragmentCache(limit: number): FragmentCache {
  // Two generations: a piece that is in use costs one look-up, and none has to be put in order.
  let young = new Map<string, KeptFragment>();
  let old = new Map<string, KeptFragment>();
  let last: KeptFragment | undefined;
  const values = new Map<string, Kept>();
  const reader = tokenReader();
  const keep = (fragment: KeptFragment): KeptFragment => {
    if (young.size >= Math.max(1, limit >> 1)) {
      // Without its link, a piece that goes takes no others along into memory.
      old.forEach((gone) => { gone.next = undefined; });
      old = young;
      young = new Map();
    }
    young.set(fragment.text, fragment);
    return fragment;
  };
  const make = (asked: string): KeptFragment => {
    return keep(new KeptFragment(detached(asked), reader));
  };
  const lookUp = (asked: string): KeptFragment => {
    const current = young.get(asked);
    if (current) {
      return current;
    }
    const known = old.get(asked);
    return known ? keep(known) : make(asked);
  };
  const fragmentOf = (asked: string): KeptFragment => {
    // Versions of a document ask for the same pieces in the same order: comparing two texts is cheaper than looking one up.
    const guess = last?.next;
    const fragment = guess?.text === asked ? guess : lookUp(asked);
    if (last) {
      last.next = fragment;
    }
    last = fragment;
    return fragment;
  };
  return {
    get: (text) => fragmentOf(text).tree,
    derive<Result>(text: string, derivation: Derivation<Result>, make: (fragment: Fragment) => Result): Result {
      const fragment = fragmentOf(text);
      return lastOf(fragment.derived, derivation.slot, [derivation], () => make(fragment));
    },
    unchanged<Value>(slot: string, parts: readonly unknown[], make: () => Value): Value {
      return lastOf(values, slot, parts, make);
    },
  };
}

/** What was made from the same for a slot, if it is one of the last two. */
function lastOf<Value>(all: Map<string, Kept>, slot: string, from: readonly unknown[], make: () => Value): Value {
  const last = all.get(slot);
  // That it was made from the same settles the value's type.
  if (last && isSame(last.from, from)) {
    return last.value as Value;
  }
  const one = last && { from: last.from, value: last.value, before: undefined };
  const known = last?.before;
  if (known && isSame(known.from, from)) {
    all.set(slot, { from: known.from, value: known.value, before: one });
    return known.value as Value;
  }
  const value = make();
  all.set(slot, { from, value, before: one });
  return value;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) {
    return false;
  }
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index]) {
      return false;
    }
  }
  return true;
}

/** A piece of a document that is read once. */
class PassingFragment implements Fragment {
  readonly text: string;
  readonly #fragments: Pick<FragmentCache, 'get'>;

  constructor(text: string, fragments: Pick<FragmentCache, 'get'>) {
    this.text = text;
    this.#fragments = fragments;
  }

  get tree(): XmlTree {
    return this.#fragments.get(this.text);
  }
}

/** For a document that is read once: only the trees of its examples are kept, as several readers ask for each. */
export function passingFragments(): FragmentCache {
  const trees = new Map<string, XmlTree>();
  const reader = tokenReader();
  const get = (text: string): XmlTree => {
    let tree = trees.get(text);
    if (!tree) {
      tree = parseFragment(text, reader);
      trees.set(text, tree);
    }
    return tree;
  };
  const fragments: FragmentCache = {
    get,
    derive: (text, _derivation, make) => make(new PassingFragment(text, fragments)),
    unchanged: (_slot, _parts, make) => make(),
  };
  return fragments;
}

/** Parses the text of an example: several roots, stray text and `...` are allowed; stanzas without a namespace are `jabber:client`. */
export function parseFragment(text: string, reader: TokenReader = tokenReader()): XmlTree {
  return parseXml(text, {
    reader,
    fragment: true,
    knownPrefixes,
    namespaceAttribute: isNamespaceAttribute,
    repairNamespace,
    defaultNamespace(localName, inherited, parent) {
      if (!stanzaNames.has(localName) || stanzaNamespaces.has(inherited)) {
        return inherited;
      }
      return inherited === '' || stanzaParents.has(parent ?? '') ? 'jabber:client' : inherited;
    },
  });
}

/** `xmlns` and its slips of the pen (`xmln`, `xmllns`, `xlmns`). */
export function isNamespaceAttribute(name: string): boolean {
  return name === 'xmlns' || misspelt.has(name);
}

const misspelt: ReadonlySet<string> = new Set(['xmln', 'xmls', 'xmlnl', 'xmllns', 'xlmns', 'xmnls', 'xmlnss', 'xmllsn', 'xlns', 'xmns']);

/** A namespace name as its author meant it: without stray quotes, spaces, or a second `xmlns=` inside. */
export function repairNamespace(value: string): string {
  let start = 0;
  let end = value.length;
  while (end > 0 && strayEnd.test(value.charAt(end - 1))) {
    end--;
  }
  for (let stray = true; stray && start < end;) {
    const length = value.startsWith('xmlns=', start) ? 6 : strayStart.test(value.charAt(start)) ? 1 : 0;
    start += length;
    stray = length > 0;
  }
  return value.slice(start, Math.max(start, end));
}

const strayEnd = /[\s'"\u2018\u2019\u201c\u201d]/;
const strayStart = /[\s'"\u2018\u2019\u201c\u201d>=]/;
