// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { Derivation, Fragment, FragmentCache, XepDocument } from '../xep/index.ts';
import { walkElements, type Span } from '../xml/index.ts';

/** A namespace that an example declares, with the known one that its author seems to mean; the span is that of the first declaration. */
export interface MisspeltNamespace {
  readonly written: string;
  readonly meant: string;
  readonly span: Span;
}

/** Namespaces that only examples have, that nobody defines, and that miss a known one by a few characters. What prose or a schema names is meant as it is. */
export function misspeltNamespaces(document: XepDocument, dataset: Dataset, fragments: FragmentCache): MisspeltNamespace[] {
  const found = new Map<string, MisspeltNamespace>();
  /** Most examples declare what others do, and those that nobody needs to look at again are many. */
  const known = new Set<string>();
  for (const { kind, content } of document.blocks) {
    if (kind === 'stanzas') {
      for (const [written, { start, end }] of fragments.derive(content.text, declared, declaredIn)) {
        if (known.has(written)) {
          continue;
        }
        known.add(written);
        const meant = dataset.knows(written) ? undefined : dataset.nearNamespace(written);
        if (meant !== undefined && !isNamedOutsideExamples(document, written)) {
          found.set(written, { written, meant, span: content.toSource(start, end) });
        }
      }
    }
  }
  return [...found.values()];
}

const declared: Derivation<ReadonlyMap<string, Span>> = { slot: 'declared' };

/** The namespaces that an example declares, each with its first declaration. */
function declaredIn({ tree }: Fragment): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  walkElements(tree.nodes, ({ attributes }) => {
    for (const { name, value, start, end } of attributes) {
      if ((name === 'xmlns' || name.startsWith('xmlns:')) && value !== '' && !spans.has(value)) {
        spans.set(value, { start, end });
      }
    }
  });
  return spans;
}

function isNamedOutsideExamples({ text, blocks }: XepDocument, namespace: string): boolean {
  for (let at = text.indexOf(namespace); at >= 0; at = text.indexOf(namespace, at + 1)) {
    // A longer name that begins alike is another one.
    const isWhole = !/[\w#/:-]/.test(text.charAt(at + namespace.length));
    if (isWhole && !blocks.some(({ element, kind }) => kind === 'stanzas' && at > element.start && at < element.end)) {
      return true;
    }
  }
  return false;
}
