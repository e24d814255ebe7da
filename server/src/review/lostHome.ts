// SPDX-License-Identifier: MIT
import { namespaceFamily, type Dataset } from '../dataset/index.ts';
import { childElements, type XmlElement } from '../xml/index.ts';
import type { Judge } from './judge.ts';

/**
 * The nearest sensible namespace of an element that lost its own (codebook section 8, ruling 10): that of its parent; else the one in which the
 * document's other examples use such an element with such attributes; else the one whose wrapper the dataset knows by this name and content.
 * Undefined where there is none, or more than one.
 */
export function lostHome(element: XmlElement, used: ReadonlyMap<string, readonly string[]>, judgedIn: (parent: XmlElement) => string, name: Judge['name'], dataset: Dataset): string | undefined {
  const { localName, parent } = element;
  if (parent) {
    const home = judgedIn(parent);
    return home !== '' && name(home, localName, null).length > 0 ? home : undefined;
  }
  const elsewhere = used.get(localName) ?? [];
  if (elsewhere.length > 0) {
    return theOne(elsewhere.filter((home) => element.attributes.every((attribute) => attribute.name.startsWith('xml') || name(home, localName, attribute.localName).length > 0)));
  }
  const children = childElements(element);
  return theOne(dataset.wrappers(localName).filter((home) => children.some((child) => name(home, child.localName, null).length > 0)));
}

/** The only one of them, all versions of a namespace being one. */
function theOne(namespaces: readonly string[]): string | undefined {
  return new Set(namespaces.map(namespaceFamily)).size === 1 ? namespaces[0] : undefined;
}
