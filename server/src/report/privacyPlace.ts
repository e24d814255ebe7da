// SPDX-License-Identifier: MIT
import { considerationsSection, type XepDocument, type XepSection } from '../xep/index.ts';

/** Where a new section of the first level goes. */
export interface SectionPlace {
  readonly offset: number;
  /** White space before the neighbour's start tag on its line. */
  readonly indent: string;
  /** Whether the neighbour follows; else the section comes behind it. */
  readonly isBefore: boolean;
}

/** Sections that the template puts behind Privacy Considerations, and those that come last by custom. */
const later = /^(?:iana|(?:xmpp )?registrar|protocol namespaces?|namespace|registries|design considerations|(?:xml |json )?schemas?\b|dtd|acknowledge?ments?|open (?:issues|questions)|future|to-?do|references|appendix|authors?\b)/i;

/** The place of Privacy Considerations: behind Security Considerations, else before what the template puts behind both, else at the end. */
export function placeForPrivacy(document: XepDocument): SectionPlace {
  const { text, sections, root } = document;
  const top = sections.filter(({ level, parent, element }) => level === 1 && parent === null && element.parent === root);
  const security = topOf(considerationsSection(sections, 'security'));
  if (security && top.includes(security)) {
    return { offset: security.element.end, indent: indentBefore(text, security.element.start), isBefore: false };
  }
  const next = top.find(({ topic }) => later.test(topic));
  if (next) {
    return { offset: next.element.start, indent: indentBefore(text, next.element.start), isBefore: true };
  }
  const last = top.at(-1);
  if (last) {
    return { offset: last.element.end, indent: indentBefore(text, last.element.start), isBefore: false };
  }
  return { offset: document.header.span.end, indent: '', isBefore: false };
}

/** The white space between the beginning of a line and an offset; none where something else stands there. */
export function indentBefore(text: string, offset: number): string {
  return /(?:^|\n)([^\S\n]*)$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[1] ?? '';
}

function topOf(section: XepSection | undefined): XepSection | undefined {
  let top = section;
  while (top?.parent) {
    top = top.parent;
  }
  return top;
}
