// SPDX-License-Identifier: MIT
import { isNumber } from '../dataset/index.ts';
import { attributeValue, walkElements, type Span } from '../xml/index.ts';
import type { Reviewed } from './reviews.ts';

/** A place where a XEP source refers to another document, or to a place in itself. */
export type XepReference = Span & ({ readonly kind: 'xep'; readonly number: string } | { readonly kind: 'url'; readonly url: string } | { readonly kind: 'anchor'; readonly anchor: string });

const entity = /&xep(\d{4});/g;

/** References by entity (`&xep0045;`), by `<spec>` and by `<link url>`, in document order. What examples show is none. */
export function xepReferences({ text, document }: Reviewed): XepReference[] {
  const references: XepReference[] = [];
  walkElements(document.tree.nodes, (element) => {
    if (element.name === 'example' || element.name === 'code') {
      return false;
    }
    for (const child of element.children) {
      if (child.kind === 'text') {
        for (const match of text.slice(child.start, child.end).matchAll(entity)) {
          references.push({ kind: 'xep', number: match[1] ?? '', start: child.start + match.index, end: child.start + match.index + match[0].length });
        }
      }
    }
    if (element.name === 'spec') {
      const content = text.slice(element.openEnd, element.closeStart);
      const match = /^\s*(XEP-(\d{4}))\s*$/.exec(content);
      if (match) {
        const start = element.openEnd + content.indexOf('XEP-');
        references.push({ kind: 'xep', number: match[2] ?? '', start, end: start + 8 });
      }
    } else if (element.name === 'link') {
      const attribute = element.attributes.find(({ name }) => name === 'url');
      if (attribute) {
        references.push({ ...target(attribute.value.trim()), start: attribute.valueStart, end: attribute.valueEnd });
      }
    }
    return true;
  });
  return references.sort((one, other) => one.start - other.start);
}

function target(url: string): { readonly kind: 'xep'; readonly number: string } | { readonly kind: 'url'; readonly url: string } | { readonly kind: 'anchor'; readonly anchor: string } {
  const number = /^(?:https?:\/\/(?:www\.)?(?:xmpp|jabber)\.org\/extensions\/)?xep-(\d{4})\.(?:html|xml)$/.exec(url)?.[1];
  return url.startsWith('#') ? { kind: 'anchor', anchor: url.slice(1) } : number === undefined ? { kind: 'url', url } : { kind: 'xep', number };
}

/** The reference at an offset. */
export function xepReferenceAt(reviewed: Reviewed, offset: number): XepReference | undefined {
  return xepReferences(reviewed).find(({ start, end }) => offset >= start && offset <= end);
}

/** Where the published text of the document with this key in the dataset stands: a XEP's number, or `inbox/NAME` for a ProtoXEP. */
export function xepUrl(key: string): string {
  return `https://xmpp.org/extensions/${isNumber(key) ? `xep-${key}` : key.split('/').map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/')}.html`;
}

/** The element that an anchor names. */
export function anchored({ document }: Reviewed, anchor: string): Span | undefined {
  let found: Span | undefined;
  walkElements(document.tree.nodes, (element) => {
    if (!found && (attributeValue(element, 'anchor') === anchor || attributeValue(element, 'id') === anchor)) {
      found = { start: element.start, end: element.openEnd };
    }
    return !found && element.name !== 'example' && element.name !== 'code';
  });
  return found;
}
