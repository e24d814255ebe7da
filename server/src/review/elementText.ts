// SPDX-License-Identifier: MIT
import type { XmlElement } from '../xml/index.ts';

/** The first text in an element that is more than white space, or the empty string. */
export function textOf(element: XmlElement, text: string): string {
  for (const child of element.children) {
    if (child.kind === 'text' || child.kind === 'cdata') {
      const content = text.slice(child.kind === 'cdata' ? child.contentStart : child.start, child.kind === 'cdata' ? child.contentEnd : child.end).trim();
      if (content !== '') {
        return content;
      }
    }
  }
  return '';
}

/** The text of a form field's first value, or undefined where it has none. */
export function firstValue(field: XmlElement, text: string): string | undefined {
  for (const child of field.children) {
    if (child.kind === 'element' && child.localName === 'value') {
      return textOf(child, text).replace(/^>/, '');
    }
  }
  return undefined;
}
