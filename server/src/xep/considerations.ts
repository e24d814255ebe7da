// SPDX-License-Identifier: MIT
import { decodeReferences, walkElements, type EntityTable } from '../xml/index.ts';
import type { XepSection } from './sections.ts';

export type ConsiderationsKind = 'privacy' | 'security';

/** The section of one kind, the one at the highest level where there are several; matched by topic, as anchors vary. */
export function considerationsSection(sections: readonly XepSection[], kind: ConsiderationsKind): XepSection | undefined {
  let best: XepSection | undefined;
  for (const section of sections) {
    if (isConsiderations(section.topic, kind) && (!best || section.level < best.level)) {
      best = section;
    }
  }
  return best;
}

function isConsiderations(topic: string, kind: ConsiderationsKind): boolean {
  const words = topic.toLowerCase();
  // "Privacy List Considerations" and the like speak of privacy lists (XEP-0016), not of privacy.
  return words.includes(kind) && (words.includes('consideration') || words === 'security') && !words.includes('privacy list');
}

/** A section's prose with references resolved, markup and examples left out, white space folded; its topics are not part of it. */
export function sectionProse(source: string, section: XepSection, entities: EntityTable): string {
  const parts: string[] = [];
  let copied = section.element.openEnd;
  walkElements(section.element.children, (element) => {
    if (element.name === 'example' || element.name === 'code') {
      parts.push(source.slice(copied, element.start), ' ');
      copied = Math.max(copied, element.end);
      return false;
    }
    return true;
  });
  parts.push(source.slice(copied, section.element.closeStart));
  const marked = parts.join('').replace(/<!--[^]*?(?:-->|$)/g, ' ').replace(/<!\[CDATA\[|\]\]>/g, ' ');
  return decodeReferences(marked.replace(/<[^<>]*>/g, ' '), entities).replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ').trim();
}
