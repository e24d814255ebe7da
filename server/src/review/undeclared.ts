// SPDX-License-Identifier: MIT
import { isCustomaryPrefix, type Derivation, type Fragment, type FragmentCache, type XepDocument } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';

/** A prefix that an example uses without declaring it, though another example of the document does. */
export interface UndeclaredPrefix {
  readonly prefix: string;
  /** As it should stand in the tag: `xmlns:p='urn:…'`. */
  readonly declaration: string;
  /** The prefix at its first such place. */
  readonly span: Span;
}

/** Each such prefix once. `prefixes` says what prefixes mean in the document; those that all XEPs use undeclared, as of streams, are passed over. */
export function undeclaredPrefixes({ blocks }: XepDocument, prefixes: ReadonlyMap<string, string>, fragments: FragmentCache): UndeclaredPrefix[] {
  const found = new Map<string, UndeclaredPrefix>();
  for (const { kind, content } of prefixes.size === 0 ? [] : blocks) {
    if (kind === 'stanzas') {
      for (const [prefix, { start, end }] of fragments.derive(content.text, undeclared, undeclaredIn)) {
        const namespace = prefixes.get(prefix);
        if (namespace !== undefined && !/['<&]/.test(namespace) && !found.has(prefix) && !isCustomaryPrefix(prefix)) {
          found.set(prefix, { prefix, declaration: `xmlns:${prefix}='${namespace}'`, span: content.toSource(start, end) });
        }
      }
    }
  }
  return [...found.values()];
}

const undeclared: Derivation<ReadonlyMap<string, Span>> = { slot: 'undeclared' };

function undeclaredIn({ text, tree }: Fragment): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { code, start, end } of tree.problems) {
    const prefix = text.slice(start, end);
    if (code === 'undeclared-prefix' && !spans.has(prefix)) {
      spans.set(prefix, { start, end });
    }
  }
  return spans;
}
