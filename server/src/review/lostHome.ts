// SPDX-License-Identifier: MIT
import { namespaceFamily, type Dataset } from '../dataset/index.ts';
import { childElements, type XmlElement } from '../xml/index.ts';
import type { Judge } from './judge.ts';
import type { UsedNamespaces } from './usedNamespaces.ts';

const stanzas = 'jabber:client';

/**
 * The nearest sensible namespace of an element that lost its own (data/README.md, decision rule 10): that of its parent; else the first in which the
 * document's other examples use such an element with such attributes; else the only one whose wrapper the dataset knows by this name, and that
 * the document uses otherwise or that knows the content; else that of stanzas, for words of a message that are quoted alone.
 */
export function lostHome(element: XmlElement, used: Pick<UsedNamespaces, 'namespaces' | 'lost'>, judgedIn: (parent: XmlElement) => string, name: Judge['name'], dataset: Dataset): string | undefined {
  const { localName, parent } = element;
  const isKnownIn = (home: string): boolean => name(home, localName, null).length > 0
    && element.attributes.every((attribute) => attribute.name.startsWith('xml') || name(home, localName, attribute.localName).length > 0);
  if (parent) {
    const home = judgedIn(parent);
    return name(home, localName, null).length > 0 ? home : undefined;
  }
  const elsewhere = used.lost.get(localName) ?? [];
  if (elsewhere.length > 0) {
    return elsewhere.find(isKnownIn);
  }
  const wrappers = dataset.wrappers(localName).filter(isKnownIn);
  const families = new Set([...used.namespaces].map(namespaceFamily));
  const children = childElements(element);
  return theOne(wrappers.filter((home) => families.has(namespaceFamily(home))))
    ?? theOne(wrappers.filter((home) => children.some((child) => name(home, child.localName, null).length > 0)))
    ?? (isKnownIn(stanzas) && name(stanzas, localName, null).some((verdict) => verdict.kind === 'carrier' && verdict.category === 'message-content') ? stanzas : undefined);
}

/** The only one of them. All versions of a namespace are one, and `protocol#part` gives way to `protocol`. */
function theOne(namespaces: readonly string[]): string | undefined {
  return namespaces.find((whole) => namespaces.every((one) => namespaceFamily(one) === namespaceFamily(whole) || one.startsWith(`${whole}#`)));
}
