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
  const owners = ownersIn(typeUsers);
  let targetNamespace: string | null = null;
  walkElements(tree.nodes, (element) => {
    const ownersHere = owners(element);
    if (element.namespace !== schemaNamespace && !/^xsd?:/.test(element.name) && element.localName !== 'schema') {
      return true;
    }
    if (element.localName === 'schema') {
      targetNamespace = attributeValue(element, 'targetNamespace') ?? '';
    } else if (element.localName === 'element' || element.localName === 'attribute') {
      declare(element, targetNamespace, ownersHere, declarations);
    }
    return true;
  });
  return declarations;
}

function declare(element: XmlElement, namespace: string | null, owners: readonly string[], declarations: Declaration[]): void {
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
  for (const owner of declarations.length < declarationLimit ? owners : owners.slice(0, 1)) {
    declarations.push({ namespace, element: owner, attribute: name.value, type, enumeration, span: { start: name.start, end: name.end }, simple: true });
  }
}

/**
 * Tells the element(s) that a declaration in an element belongs to: the enclosing one, or those of the enclosing named type or group.
 * Parents must be asked about before their children; what was said of them is kept, so that no depth is climbed twice.
 */
function ownersIn(typeUsers: ReadonlyMap<string, readonly string[]>): (element: XmlElement) => readonly string[] {
  const inside = new Map<XmlElement | null, readonly string[]>();
  return (element) => {
    const around = inside.get(element.parent) ?? [];
    const name = attributeValue(element, 'name');
    inside.set(element, name === undefined ? around
      : element.localName === 'element' ? [name]
        : element.localName === 'complexType' || element.localName === 'attributeGroup' ? typeUsers.get(name) ?? [] : around);
    return around;
  };
}

/** Elements of one type that are looked at, and declarations from which on an attribute counts for one element only: both multiply. The XEPs have at most 9, and 272 in a schema. */
const usersLimit = 100;
const declarationLimit = 10_000;

/** Names of elements by the named type, base type or attribute group that they use. */
function elementsByType(tree: XmlTree): Map<string, string[]> {
  const users = new Map<string, Set<string>>();
  /** The innermost named element around or at each element. */
  const owners = new Map<XmlElement | null, string | undefined>();
  walkElements(tree.nodes, (element) => {
    const used = element.localName === 'element' ? attributeValue(element, 'type')
      : element.localName === 'extension' || element.localName === 'restriction' ? attributeValue(element, 'base')
        : element.localName === 'attributeGroup' ? attributeValue(element, 'ref') : undefined;
    const name = (element.localName === 'element' ? attributeValue(element, 'name') : undefined) ?? owners.get(element.parent);
    owners.set(element, name);
    // `xs:string` is XML Schema's own type, also where the schema defines a type of the same name.
    if (used !== undefined && !/^xsd?:/.test(used) && name !== undefined) {
      const key = used.slice(used.indexOf(':') + 1);
      const names = users.get(key);
      if (!names) {
        users.set(key, new Set([name]));
      } else if (names.size < usersLimit) {
        names.add(name);
      }
    }
    return true;
  });
  return new Map([...users].map(([key, names]) => [key, [...names]]));
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
  const bodyEnd = />|<!/g;
  const pattern = /<!(ELEMENT|ATTLIST)\s+([\w:.-]+)/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const element = match[2] ?? '';
    const nameStart = match.index + match[0].length - element.length;
    // One that is never closed ends where the next begins.
    bodyEnd.lastIndex = nameStart;
    const body = text.slice(nameStart + element.length, bodyEnd.exec(text)?.index ?? text.length);
    if (match[1] === 'ELEMENT') {
      declarations.push({ namespace: null, element, attribute: null, type: '', enumeration: [], span: { start: nameStart, end: nameStart + element.length }, simple: !/\(\s*[\w(]/.test(body.replace('#PCDATA', '#')) });
    } else {
      const attributes = /(?:^|\s)([\w:.-]+)\s+(?:CDATA|ID|IDREF|NMTOKENS?|\([^()]*\))\s/g;
      for (let found = attributes.exec(`${body} `); found; found = attributes.exec(`${body} `)) {
        const name = found[1] ?? '';
        const start = nameStart + element.length + found.index + found[0].indexOf(name);
        declarations.push({ namespace: null, element, attribute: name, type: '', enumeration: [], span: { start, end: start + name.length }, simple: true });
      }
    }
  }
  return declarations;
}
