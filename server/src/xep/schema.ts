// SPDX-License-Identifier: MIT
import { attributeValue, walkElements, type Span, type XmlElement, type XmlTree } from '../xml/index.ts';

/** An element or attribute that a schema declares. Spans are offsets in the schema's own text. */
export interface Declaration {
  /** Target namespace; `null` for a DTD, which knows none, and for a piece of a schema without its `<schema>`. */
  readonly namespace: string | null;
  readonly element: string;
  readonly attribute: string | null;
  /** Type as written (`xs:dateTime`), or the empty string. */
  readonly type: string;
  readonly enumeration: readonly string[];
  /** Where the name stands: for an element the name itself, for an attribute of an XML Schema `name='…'` whole. */
  readonly span: Span;
  /** Whether the element's content is simple, so that its text can be a datum. */
  readonly simple: boolean;
}

const schemaNamespace = 'http://www.w3.org/2001/XMLSchema';

/** Element and attribute declarations of XML Schemas in a fragment, in document order. */
export function readSchema(tree: XmlTree): Declaration[] {
  const declarations: Declaration[] = [];
  const typeUsers = elementsByType(tree);
  let targetNamespace: string | null = null;
  walkElements(tree.nodes, (element) => {
    if (element.namespace !== schemaNamespace && !/^xsd?:/.test(element.name) && element.localName !== 'schema') {
      return true;
    }
    if (element.localName === 'schema') {
      targetNamespace = attributeValue(element, 'targetNamespace') ?? '';
    } else if (element.localName === 'element' || element.localName === 'attribute') {
      declare(element, targetNamespace, typeUsers, declarations);
    }
    return true;
  });
  return declarations;
}

/** A type with many attributes that many elements use stands for their product; the largest schemas declare some hundred names. */
const mostDeclarations = 20_000;

function declare(element: XmlElement, namespace: string | null, typeUsers: ReadonlyMap<string, ReadonlySet<string>>, declarations: Declaration[]): void {
  const name = element.attributes.find((attribute) => attribute.name === 'name');
  if (!name || name.value === '') {
    return;
  }
  const type = attributeValue(element, 'type') ?? restrictionBase(element);
  const enumeration = enumerationOf(element);
  if (element.localName === 'element') {
    const span = { start: name.valueStart, end: name.valueEnd };
    declarations.push({ namespace, element: name.value, attribute: null, type, enumeration, span, simple: !hasElementContent(element) });
    return;
  }
  for (const owner of ownersOf(element, typeUsers)) {
    if (declarations.length >= mostDeclarations) {
      return;
    }
    declarations.push({ namespace, element: owner, attribute: name.value, type, enumeration, span: { start: name.start, end: name.end }, simple: true });
  }
}

/** The element(s) that an attribute declaration belongs to: the enclosing one, or those of the enclosing named type or group. */
function ownersOf(attribute: XmlElement, typeUsers: ReadonlyMap<string, ReadonlySet<string>>): Iterable<string> {
  for (let parent = attribute.parent; parent; parent = parent.parent) {
    const name = attributeValue(parent, 'name');
    if (name !== undefined && parent.localName === 'element') {
      return [name];
    }
    if (name !== undefined && (parent.localName === 'complexType' || parent.localName === 'attributeGroup')) {
      return typeUsers.get(name) ?? [];
    }
  }
  return [];
}

/** Names of elements by the named type, base type or attribute group that they use. */
function elementsByType(tree: XmlTree): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  walkElements(tree.nodes, (element) => {
    const used = element.localName === 'element' ? attributeValue(element, 'type')
      : element.localName === 'extension' || element.localName === 'restriction' ? attributeValue(element, 'base')
        : element.localName === 'attributeGroup' ? attributeValue(element, 'ref') : undefined;
    let owner: XmlElement | null = element;
    while (owner && !(owner.localName === 'element' && attributeValue(owner, 'name') !== undefined)) {
      owner = owner.parent;
    }
    const name = owner && attributeValue(owner, 'name');
    // `xs:string` is XML Schema's own type, also where the schema defines a type of the same name.
    if (used !== undefined && !/^xsd?:/.test(used) && name !== undefined && name !== null) {
      const key = used.slice(used.indexOf(':') + 1);
      users.set(key, (users.get(key) ?? new Set<string>()).add(name));
    }
    return true;
  });
  return users;
}

function hasElementContent(element: XmlElement): boolean {
  let found = false;
  walkElements(element.children, (child) => {
    if (child.localName === 'sequence' || child.localName === 'choice' || child.localName === 'all') {
      found = true;
    }
    return !found && child.localName !== 'element';
  });
  return found;
}

function restrictionBase(element: XmlElement): string {
  let base = '';
  walkElements(element.children, (child) => {
    if (base === '' && (child.localName === 'restriction' || child.localName === 'extension')) {
      base = attributeValue(child, 'base') ?? '';
    }
    return child.localName !== 'element' && child.localName !== 'attribute';
  });
  return base;
}

function enumerationOf(element: XmlElement): string[] {
  const values: string[] = [];
  walkElements(element.children, (child) => {
    if (child.localName === 'enumeration') {
      values.push(attributeValue(child, 'value') ?? '');
    }
    return child.localName !== 'element' && child.localName !== 'attribute';
  });
  return values;
}

/** Declarations of a DTD's text. */
export function readDtd(text: string): Declaration[] {
  const declarations: Declaration[] = [];
  const pattern = /<!(ELEMENT|ATTLIST)\s+([\w:.-]+)/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const element = match[2] ?? '';
    const nameStart = match.index + match[0].length - element.length;
    const close = text.indexOf('>', nameStart);
    const body = text.slice(nameStart + element.length, close < 0 ? text.length : close);
    if (match[1] === 'ELEMENT') {
      declarations.push({ namespace: null, element, attribute: null, type: '', enumeration: [], span: { start: nameStart, end: nameStart + element.length }, simple: !/\(\s*[\w(]/.test(body.replace('#PCDATA', '#')) });
    } else {
      const attributes = /(?:^|\s)([\w:.-]+)\s+(?:CDATA|ID|IDREF|NMTOKENS?|\([^)]*\))\s/g;
      for (let found = attributes.exec(`${body} `); found; found = attributes.exec(`${body} `)) {
        const name = found[1] ?? '';
        const start = nameStart + element.length + found.index + found[0].indexOf(name);
        declarations.push({ namespace: null, element, attribute: name, type: '', enumeration: [], span: { start, end: start + name.length }, simple: true });
      }
    }
  }
  return declarations;
}
