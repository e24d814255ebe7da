// SPDX-License-Identifier: MIT
import { attributeValue, mappedContent, walkElements, type EntityTable, type MappedText, type XmlElement, type XmlTree } from '../xml/index.ts';

export type BlockKind = 'stanzas' | 'schema' | 'dtd' | 'registry' | 'http' | 'text';

/** An `<example>` or `<code>` block. */
export interface XepBlock {
  readonly element: XmlElement;
  readonly caption: string;
  readonly kind: BlockKind;
  readonly content: MappedText;
}

/** All example and code blocks below the sections, in document order. */
export function readBlocks(source: string, tree: XmlTree, entities: EntityTable): XepBlock[] {
  const blocks: XepBlock[] = [];
  walkElements(tree.nodes, (element) => {
    if (element.name !== 'example' && element.name !== 'code') {
      return element.name !== 'header';
    }
    const content = mappedContent(source, element, entities);
    blocks.push({ element, caption: attributeValue(element, 'caption') ?? '', kind: blockKind(content.text), content });
    return false;
  });
  return blocks;
}

/** What a block shows, decided from its text. */
export function blockKind(text: string): BlockKind {
  if (/<xsd?:(?:schema|element|attribute|complexType|simpleType)[\s>]/.test(text) || (text.includes('http://www.w3.org/2001/XMLSchema') && /<(?:[\w-]+:)?(?:schema|element|attribute|complexType|simpleType)[\s>]/.test(text))) {
    return 'schema';
  }
  if (/<!(?:ELEMENT|ATTLIST)\s/.test(text)) {
    return 'dtd';
  }
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:form_type|var|querytype|registry|type>|category>|feature>|identity>|statuscode|option>)/.test(text) && !/\sxmlns=/.test(text)) {
    return 'registry';
  }
  if (/^\s*(?:(?:GET|POST|PUT|HEAD|DELETE|OPTIONS|CONNECT) \S|HTTP\/\d)/.test(text) && !/<(?:iq|message|presence)[\s>]/.test(text)) {
    return 'http';
  }
  return /<[A-Za-z_]/.test(text) ? 'stanzas' : 'text';
}
