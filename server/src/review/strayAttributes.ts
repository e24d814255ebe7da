// SPDX-License-Identifier: MIT
import type { XmlAttribute, XmlElement } from '../xml/index.ts';

/**
 * Attributes that stand as text behind a start tag that was closed too early: `<order menu='green'> drinker='…'>`.
 * They are read as attributes where nothing else stands before the second end of the tag.
 */
export function strayAttributes(element: XmlElement, text: string): readonly XmlAttribute[] {
  const first = element.children[0];
  if (first?.kind !== 'text') {
    return none;
  }
  const content = text.slice(first.start, first.end);
  // Asked for every element, and mostly for the white space behind its start tag.
  if (!content.includes('=')) {
    return none;
  }
  const found: XmlAttribute[] = [];
  const attribute = /(\s+)([A-Za-z_][\w.-]*)(\s*=\s*)('[^'<>]*'|"[^"<>]*")/y;
  const tagEnd = /\s*\/?>/y;
  for (let match = attribute.exec(content); match; match = attribute.exec(content)) {
    const [all, before = '', name = '', between = '', quoted = ''] = match;
    const start = first.start + match.index + before.length;
    const nameEnd = start + name.length;
    const end = first.start + match.index + all.length;
    found.push({ name, localName: name, namespace: '', value: quoted.slice(1, -1), start, end, nameEnd, valueStart: nameEnd + between.length + 1, valueEnd: end - 1 });
    tagEnd.lastIndex = attribute.lastIndex;
  }
  return tagEnd.test(content) ? found : none;
}

const none: readonly XmlAttribute[] = [];
