// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { repairNamespace, type Derivation, type Fragment, type FragmentCache, type XepDocument } from '../xep/index.ts';
import { walkElements, type Span } from '../xml/index.ts';

/** A namespace that an example declares, with the known one that its author seems to mean; the span is that of the first declaration. */
export interface MisspeltNamespace {
  readonly written: string;
  readonly meant: string;
  readonly span: Span;
}

/** Misspelt namespaces that are looked for in the prose: each costs a search of the document. */
const soughtLimit = 100;

/** Namespaces that only examples have, that nobody defines, and that miss a known one by a few characters. What prose or a schema names is meant as it is. */
export function misspeltNamespaces(document: XepDocument, dataset: Dataset, fragments: FragmentCache): MisspeltNamespace[] {
  const found = new Map<string, MisspeltNamespace>();
  /** Most examples declare what others do. */
  const looked = new Set<string>();
  let sought = 0;
  for (const { kind, content } of document.blocks) {
    if (kind === 'stanzas') {
      for (const [written, { start, end }] of fragments.derive(content.text, declared, declaredIn)) {
        if (looked.has(written)) {
          continue;
        }
        looked.add(written);
        const meant = sought >= soughtLimit ? undefined : dataset.nearNamespace(written);
        if (meant === undefined) {
          continue;
        }
        sought++;
        if (!isNamedOutsideExamples(document, written)) {
          found.set(written, { written, meant, span: content.toSource(start, end) });
        }
      }
    }
  }
  return [...found.values()];
}

const declared: Derivation<ReadonlyMap<string, Span>> = { slot: 'declared' };

/** The namespaces that an example declares, each with its first declaration. Stray characters in one are a finding of their own. */
function declaredIn({ tree }: Fragment): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  walkElements(tree.nodes, ({ attributes }) => {
    for (const { name, value, start, end } of attributes) {
      if ((name === 'xmlns' || name.startsWith('xmlns:')) && !spans.has(value) && repairNamespace(value) === value) {
        spans.set(value, { start, end });
      }
    }
  });
  return spans;
}

function isNamedOutsideExamples({ text, blocks }: XepDocument, namespace: string): boolean {
  const examples = blocks.filter(({ kind }) => kind === 'stanzas');
  let next = 0;
  for (let at = text.indexOf(namespace); at >= 0;) {
    // Places and examples come in the same order, so that what lies behind is done with.
    while ((examples[next]?.element.end ?? Number.POSITIVE_INFINITY) <= at) {
      next++;
    }
    const around = examples[next]?.element;
    const isInside = around !== undefined && at > around.start;
    // A longer name that begins alike is another one.
    if (!isInside && !/[\w#/:-]/.test(text.charAt(at + namespace.length))) {
      return true;
    }
    at = text.indexOf(namespace, isInside ? around.end : at + 1);
  }
  return false;
}
