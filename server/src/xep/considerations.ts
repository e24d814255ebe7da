// SPDX-License-Identifier: MIT
import { decodeReferences, expansionLimit, walkElements, type EntityTable, type XmlElement } from '../xml/index.ts';
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

/** Sections elsewhere that are about the same: named after it, not inside the section itself, and not about privacy lists (XEP-0016) or statements. */
export function kindredSections(sections: readonly XepSection[], kind: ConsiderationsKind): XepSection[] {
  const main = (['privacy', 'security'] as const).map((one) => considerationsSection(sections, one)?.element);
  let end = 0;
  return sections.filter(({ topic, element }) => {
    // In document order a section comes behind the one that it stands in.
    const isKin = element.start >= end && kindred[kind].test(topic) && !/\bprivacy[- ](?:lists?|statements?)\b/i.test(topic) && !main.some((one) => one && isWithin(element, one));
    end = isKin ? element.end : end;
    return isKin;
  });
}

const kindred: Readonly<Record<ConsiderationsKind, RegExp>> = {
  privacy: /\b(?:privacy|data protection|confidentiality|anonymity|(?:information|presence|ip|address) leaks?)\b/i,
  security: /^(?:\w+ )?security(?: (?:considerations?|matters?|requirements|recommendations|polic(?:y|ies)))?$/i,
};

function isWithin(inner: XmlElement, outer: XmlElement): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function isConsiderations(topic: string, kind: ConsiderationsKind): boolean {
  const words = topic.toLowerCase();
  // "Privacy List Considerations" and the like speak of privacy lists (XEP-0016), not of privacy.
  return words.includes(kind) && (words.includes('consideration') || words === 'security') && !words.includes('privacy list');
}

/**
 * A section's prose with references resolved, markup and examples left out, white space folded; its topics are not part of it.
 * Quoted tags stay, a reference to a XEP is its number, and what an entity brings along as a footnote is left out.
 * Paragraphs of which `leave` says so are left out too.
 */
export function sectionProse(source: string, section: XepSection, entities: EntityTable, leave?: (paragraph: XmlElement) => boolean): string {
  const parts: string[] = [];
  let copied = section.element.openEnd;
  walkElements(section.element.children, (element) => {
    if (element.name === 'example' || element.name === 'code' || leave?.(element) === true) {
      parts.push(source.slice(copied, element.start), ' ');
      copied = element.end;
      return false;
    }
    return true;
  });
  parts.push(source.slice(copied, section.element.closeStart));
  return proseOf(parts.join(''), entities);
}

/** The prose of a part of a source, as `sectionProse` reads it. */
export function proseBetween(source: string, start: number, end: number, entities: EntityTable): string {
  return proseOf(source.slice(start, end), entities);
}

function proseOf(markup: string, entities: EntityTable): string {
  const marked = markup.replace(/<!--[^]*?(?:-->|$)|<!\[CDATA\[|\]\]>/g, '').replace(/<\/?tt>/g, '"');
  return withReferences(marked.replace(/<[^<>]*>/g, ' '), entities).replace(/\s+/g, ' ').trim();
}

/** References as a reader takes them. Tags that the author quotes are text; tags inside a replacement text are markup. */
function withReferences(text: string, entities: EntityTable): string {
  let left = expansionLimit;
  return text.replace(/&(?:xep(\d{4})|[#\w.-]{1,80});/g, (reference, xep: string | undefined) => {
    if (xep !== undefined) {
      return `XEP-${xep}`;
    }
    if (left <= 0) {
      return reference;
    }
    const value = decodeReferences(reference, entities);
    left -= value.length - 1;
    return value.replace(/<note>[^]{0,2000}?<\/note>|<[^<>]*>/g, '');
  });
}
