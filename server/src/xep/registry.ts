// SPDX-License-Identifier: MIT
import { attributeValue, childElements, mappedContent, walkElements, type Span, type XmlElement, type XmlTree } from '../xml/index.ts';

/** A data form field that a registrar snippet defines (XEP-0068). The span is that of the `var` value in the snippet's text. */
export interface FieldDefinition {
  readonly formType: string;
  readonly name: string;
  readonly type: string;
  readonly span: Span;
}

/** Fields of all `<form_type>` blocks in a registrar snippet. */
export function readRegistry(text: string, tree: XmlTree): FieldDefinition[] {
  const fields: FieldDefinition[] = [];
  walkElements(tree.nodes, (element) => {
    if (element.localName !== 'form_type') {
      return true;
    }
    const formType = contentOf(text, childElements(element, 'name')[0]);
    for (const field of childElements(element, 'field')) {
      const name = field.attributes.find((attribute) => attribute.name === 'var');
      if (name) {
        fields.push({
          formType, name: name.value.trim(), type: attributeValue(field, 'type') ?? '',
          span: { start: name.valueStart, end: name.valueEnd },
        });
      }
    }
    return false;
  });
  return fields;
}

function contentOf(text: string, element: XmlElement | undefined): string {
  return element ? mappedContent(text, element, new Map()).text.trim() : '';
}
