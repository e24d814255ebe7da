// SPDX-License-Identifier: MIT
import { attributeValue, decodeReferences, walkElements, type EntityTable, type XmlElement, type XmlTree } from '../xml/index.ts';

export interface XepSection {
  /** 1 for `section1`, and so on. */
  readonly level: number;
  readonly topic: string;
  readonly anchor: string;
  readonly element: XmlElement;
  readonly parent: XepSection | null;
}

/** All sections in document order. Matched by element name, whatever their nesting. */
export function readSections(tree: XmlTree, entities: EntityTable): XepSection[] {
  const sections: XepSection[] = [];
  const byElement = new Map<XmlElement, XepSection>();
  walkElements(tree.nodes, (element) => {
    const level = sectionLevel(element.name);
    if (level > 0) {
      const topic = topicOf(attributeValue(element, 'topic') ?? '', entities);
      const section = { level, topic, anchor: attributeValue(element, 'anchor') ?? '', element, parent: enclosing(element, byElement) };
      byElement.set(element, section);
      sections.push(section);
    }
    return element.name === 'xep' || level > 0;
  });
  return sections;
}

/** A topic as readers see it. The markup that general entities bring along is left out; a quoted element name is not markup. */
function topicOf(value: string, entities: EntityTable): string {
  return value.replace(/&[\w.-]{1,80};/g, (reference) => decodeReferences(reference, entities).replace(/<[^<>]*>/g, '')).replace(/\s+/g, ' ').trim();
}

/** Level of a section element's name, 0 for any other element. */
export function sectionLevel(name: string): number {
  const level = name.length === 8 && name.startsWith('section') ? name.charCodeAt(7) - 0x30 : 0;
  return level > 0 && level < 10 ? level : 0;
}

/** From xep.dtd: a section ends whatever is open inside its parent, so a lost end tag costs no more than its own section. */
export function sectionImpliesEndOf(starting: string, open: string): boolean {
  const level = sectionLevel(starting);
  if (level === 0 || open === 'xep') {
    return false;
  }
  const openLevel = sectionLevel(open);
  return openLevel === 0 || openLevel >= level;
}

function enclosing(element: XmlElement, byElement: ReadonlyMap<XmlElement, XepSection>): XepSection | null {
  for (let parent = element.parent; parent; parent = parent.parent) {
    const section = byElement.get(parent);
    if (section) {
      return section;
    }
  }
  return null;
}
