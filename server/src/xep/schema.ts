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
    if (element.localName === 'schema') {
      targetNamespace = attributeValue(element, 'targetNamespace') ?? '';
    } else if ((element.localName === 'element' || element.localName === 'attribute') && (element.namespace === schemaNamespace || /^xsd?:/.test(element.name))) {
      declare(element, targetNamespace, ownersHere, declarations);
    }
  });
  return declarations;
}

function declare(element: XmlElement, namespace: string | null, owners: readonly string[], declarations: Declaration[]): void {
  const name = element.attributes.find((attribute) => attribute.name === 'name');
  if (!name || name.value === '') {
    return;
  }
  const content = contentOf(element);
  const type = attributeValue(element, 'type') ?? content.flatMap((part) => attributeValue(part, 'base') ?? [])[0] ?? '';
  const enumeration = content.filter(({ localName }) => localName === 'enumeration').map((part) => attributeValue(part, 'value') ?? '');
  if (element.localName === 'element') {
    const span = { start: name.valueStart, end: name.valueEnd };
    declarations.push({ namespace, element: name.value, attribute: null, type, enumeration, span, simple: !content.some(({ localName }) => localName === 'sequence' || localName === 'choice' || localName === 'all') });
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
    inside.set(element, name === undefined ? around : element.localName === 'element' ? [name] : typeUsers.get(name) ?? []);
    return around;
  };
}

/** Elements of one type that are looked at, and declarations from which on an attribute counts for one element only: both multiply. The XEPs have at most 44, and 592 in a schema. */
const usersLimit = 100;
const declarationLimit = 10_000;

/** The attribute by which an element of a schema names the type or group that it uses. */
const uses: ReadonlyMap<string, string> = new Map([['element', 'type'], ['extension', 'base'], ['restriction', 'base'], ['attributeGroup', 'ref']]);

/** Types that are built on each other are followed so far, more than the XEPs have. */
const chainLimit = 8;

/** Names of elements by the named type, base type or attribute group that they use, also by way of other types. */
function elementsByType(tree: XmlTree): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, Set<string>>();
  const heirs: { readonly heir: string; readonly type: string }[] = [];
  const addUser = (type: string, element: string): void => {
    const names = users.get(type) ?? new Set();
    users.set(type, names.size < usersLimit ? names.add(element) : names);
  };
  /** The innermost named element, type or group around or at each element. */
  const owners = new Map<XmlElement | null, { readonly name: string; readonly isElement: boolean } | undefined>();
  walkElements(tree.nodes, (element) => {
    const name = owning.has(element.localName) ? attributeValue(element, 'name') : undefined;
    const owner = name === undefined ? owners.get(element.parent) : { name, isElement: element.localName === 'element' };
    owners.set(element, owner);
    const used = attributeValue(element, uses.get(element.localName) ?? '');
    // `xs:string` is XML Schema's own type, also where the schema defines a type of the same name.
    if (used !== undefined && owner && !/^xsd?:/.test(used)) {
      const type = used.slice(used.indexOf(':') + 1);
      if (owner.isElement) {
        addUser(type, owner.name);
      } else {
        heirs.push({ heir: owner.name, type });
      }
    }
  });
  for (let step = 0; step < chainLimit; step++) {
    heirs.forEach(({ heir, type }) => users.get(heir)?.forEach((name) => addUser(type, name)));
  }
  return new Map([...users].map(([type, names]) => [type, [...names]]));
}

/** What has users or is one, where it has a name. */
const owning: ReadonlySet<string> = new Set(['element', 'complexType', 'attributeGroup']);

/** What says what a declared element or attribute holds, but for what is declared inside it. */
function contentOf(declared: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  walkElements(declared.children, (child) => {
    found.push(child);
    return child.localName !== 'element' && child.localName !== 'attribute';
  });
  return found;
}

/** Declarations of a DTD's text. */
export function readDtd(text: string): Declaration[] {
  const declarations: Declaration[] = [];
  const bodyEnd = />|<!/g;
  for (const { index, 0: opening, 1: kind, 2: element = '' } of text.matchAll(/<!(ELEMENT|ATTLIST)\s+([\w:.-]+)/g)) {
    const nameEnd = index + opening.length;
    // One that is never closed ends where the next begins.
    bodyEnd.lastIndex = nameEnd;
    const body = text.slice(nameEnd, bodyEnd.exec(text)?.index ?? text.length);
    const declare = (attribute: string | null, start: number, end: number, simple: boolean): void => {
      declarations.push({ namespace: null, element, attribute, type: '', enumeration: [], span: { start, end }, simple });
    };
    if (kind === 'ELEMENT') {
      declare(null, nameEnd - element.length, nameEnd, !/\(\s*[\w(]/.test(body));
    } else {
      for (const { index: at, 1: name = '' } of `${body} `.matchAll(/\s([\w:.-]+)\s+(?:CDATA|ID|IDREF|NMTOKENS?|\([^()]*\))\s/g)) {
        declare(name, nameEnd + at + 1, nameEnd + at + 1 + name.length, true);
      }
    }
  }
  return declarations;
}
