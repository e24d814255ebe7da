// SPDX-License-Identifier: MIT
import { decodeReferences, referenceAt, resolveReference, type EntityTable } from './entities.ts';
import { namespaceScopes } from './namespaces.ts';
import { tokenReader, type TokenReader, type TokenSink } from './tokenize.ts';
import type { XmlAttribute, XmlNode, XmlProblem, XmlProblemCode, XmlTree } from './tree.ts';

export interface ParseOptions {
  /** First offset to read; default 0. */
  readonly from?: number;
  /** Offset to stop at; default the end. */
  readonly to?: number;
  /** Entities beyond the five predefined ones, for attribute values. */
  readonly entities?: EntityTable;
  /** Namespaces of prefixes that the text does not declare. */
  readonly knownPrefixes?: ReadonlyMap<string, string>;
  /** Namespace of an unprefixed element that declares none, given the namespace that it would inherit and its parent's local name. */
  readonly defaultNamespace?: (localName: string, inherited: string, parent: string | undefined) => string;
  /** Whether an attribute of this name declares the default namespace; default: `xmlns` only. */
  readonly namespaceAttribute?: (name: string) => boolean;
  /** A declared namespace name as it should be read; default: as written. */
  readonly repairNamespace?: (value: string) => string;
  /** Whether the start of an element ends an element that is still open, although its end tag is missing. */
  readonly impliesEndOf?: (starting: string, open: string) => boolean;
  /** A fragment may have several roots and text beside them; a document has one root. Default false. */
  readonly fragment?: boolean;
  /** A reader to use again where many texts are parsed. */
  readonly reader?: TokenReader;
}

interface OpenElement {
  kind: 'element';
  name: string;
  localName: string;
  namespace: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  selfClosing: boolean;
  attributes: XmlAttribute[];
  children: XmlNode[];
  parent: OpenElement | null;
  /** Prefixes that the element declares, `''` for the default namespace. */
  declared: string[];
  /** Whether the tag declares a default namespace. */
  declares: boolean;
}

const noEntities: EntityTable = new Map();

/**
 * Parses XML text into a tree with exact offsets. Never throws: what is not well-formed is reported and read as its author most likely meant it.
 * An end tag closes the nearest open element of its name; what was left open inside ends there. A stray end tag is passed over.
 */
export function parseXml(text: string, options: ParseOptions = {}): XmlTree {
  const builder = new TreeBuilder(text, options);
  (options.reader ?? tokenReader()).read(text, options.from ?? 0, options.to ?? text.length, builder);
  return builder.finish();
}

/** Problems that are reported of one text: nobody mends more by hand, and editors choke on them. */
const problemLimit = 1000;

class TreeBuilder implements TokenSink {
  readonly #text: string;
  readonly #options: ParseOptions;
  readonly #entities: EntityTable;
  readonly #to: number;
  readonly #nodes: XmlNode[] = [];
  readonly #problems: XmlProblem[] = [];
  readonly #scopes = namespaceScopes();
  /** How many elements of a name are open, so that a stray end tag is known without a search. */
  readonly #openNames = new Map<string, number>();
  #open: OpenElement | null = null;
  #tag: OpenElement | null = null;
  #manyNames = new Set<string>();
  #roots = 0;
  #ampersand = -1;

  constructor(text: string, options: ParseOptions) {
    this.#text = text;
    this.#options = options;
    this.#entities = options.entities ?? noEntities;
    this.#to = options.to ?? text.length;
  }

  finish(): XmlTree {
    while (this.#open) {
      this.#endUnclosed(this.#open, this.#to);
    }
    if (this.#options.fragment !== true && this.#roots === 0) {
      this.#problem('no-root', 'No root element.', this.#options.from ?? 0, Math.min(this.#to, (this.#options.from ?? 0) + 1));
    }
    return { text: this.#text, nodes: this.#nodes, problems: this.#problems };
  }

  openTag(nameStart: number, nameEnd: number): void {
    const name = this.#text.slice(nameStart, nameEnd);
    const implied = this.#options.impliesEndOf;
    while (implied && this.#open && implied(name, this.#open.name)) {
      this.#endUnclosed(this.#open, nameStart - 1);
    }
    const parent = this.#open;
    this.#tag = {
      kind: 'element', name, localName: name, namespace: '', start: nameStart - 1, openEnd: nameEnd, closeStart: nameEnd, end: nameEnd,
      selfClosing: false, attributes: [], children: [], parent, declared: [], declares: false,
    };
  }

  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number, quoted: boolean): void {
    const tag = this.#tag;
    if (!tag) {
      return;
    }
    const text = this.#text;
    const name = text.slice(nameStart, nameEnd);
    const hasValue = valueStart >= 0;
    const raw = hasValue ? text.slice(valueStart, valueEnd) : '';
    const value = raw.includes('&') ? this.#decodeValue(raw, valueStart) : raw;
    const colon = name.indexOf(':');
    const end = hasValue ? (quoted ? valueEnd + 1 : valueEnd) : nameEnd;
    if (this.#standsTwice(tag, name)) {
      this.#problem('duplicate-attribute', `Attribute "${name}" stands twice on <${tag.name}>.`, nameStart, nameEnd);
    }
    if (!hasValue) {
      this.#problem('attribute-without-value', `Attribute "${name}" of <${tag.name}> has no value.`, nameStart, nameEnd);
    } else if (!quoted) {
      this.#problem('unquoted-value', `The value of "${name}" on <${tag.name}> is not in quotes.`, valueStart, valueEnd);
    }
    if (name.charCodeAt(0) === 0x78) {
      this.#declare(tag, name, value, colon);
    }
    tag.attributes.push({
      name, localName: colon < 0 ? name : name.slice(colon + 1), namespace: '', value,
      start: nameStart, nameEnd, valueStart: hasValue ? valueStart : nameEnd, valueEnd: hasValue ? valueEnd : nameEnd, end,
    });
  }

  openTagEnd(end: number, selfClosing: boolean, finished: boolean): void {
    const tag = this.#tag;
    if (!tag) {
      return;
    }
    this.#tag = null;
    if (!finished) {
      this.#problem('unfinished-tag', `The tag <${tag.name}> is not finished.`, tag.start, end);
    }
    tag.openEnd = end;
    tag.closeStart = end;
    tag.end = end;
    tag.selfClosing = selfClosing;
    this.#resolveNames(tag);
    this.#append(tag);
    if (selfClosing) {
      this.#scopes.leave(tag.declared);
    } else {
      this.#open = tag;
      this.#openNames.set(tag.name, (this.#openNames.get(tag.name) ?? 0) + 1);
    }
  }

  closeTag(start: number, nameStart: number, nameEnd: number, end: number, finished: boolean): void {
    const name = this.#text.slice(nameStart, nameEnd);
    if (!finished) {
      this.#problem('unfinished-tag', `The end tag </${name}> is not finished.`, start, end);
    }
    if ((this.#openNames.get(name) ?? 0) === 0) {
      this.#problem('stray-end-tag', `The end tag </${name}> has no start tag.`, start, end);
      return;
    }
    while (this.#open && this.#open.name !== name) {
      this.#endUnclosed(this.#open, start);
    }
    if (this.#open) {
      this.#leave(this.#open, start, end);
    }
  }

  text(start: number, end: number): void {
    this.#checkText(start, end);
    this.#append({ kind: 'text', start, end });
  }

  cdata(start: number, contentStart: number, contentEnd: number, end: number): number | undefined {
    const terminated = end > contentEnd;
    const cut = this.#lostCdataEnd(contentStart, contentEnd, terminated);
    if (!terminated || cut !== undefined) {
      this.#problem('unterminated-section', 'The CDATA section is not closed by "]]>".', start, contentStart);
    }
    const stop = cut ?? end;
    this.#append({ kind: 'cdata', start, contentStart, contentEnd: cut ?? contentEnd, end: stop });
    return cut;
  }

  aside(kind: 'comment' | 'instruction', start: number, end: number, finished: boolean): void {
    if (!finished) {
      this.#problem('unterminated-section', 'The comment is not closed by "-->".', start, start + 4);
    }
    this.#append({ kind, start, end });
  }

  /**
   * A section that runs past the end tag of its own element and then into another section, or to the end of the text, has lost its `]]>`.
   * Both signs are needed: a few valid sections quote such an end tag.
   */
  #lostCdataEnd(contentStart: number, contentEnd: number, terminated: boolean): number | undefined {
    const name = this.#open?.name;
    if (name === undefined) {
      return undefined;
    }
    const content = this.#text.slice(contentStart, contentEnd);
    const close = content.indexOf(`</${name}>`);
    if (close < 0 || (terminated && content.indexOf('<![CDATA[', close) < 0)) {
      return undefined;
    }
    return contentStart + close;
  }

  #append(node: XmlNode): void {
    const parent = this.#open;
    if (parent) {
      parent.children.push(node);
      return;
    }
    this.#nodes.push(node);
    if (node.kind === 'element') {
      this.#roots++;
      if (this.#roots > 1 && this.#options.fragment !== true) {
        this.#problem('extra-root', `A second root element <${node.name}>.`, node.start, node.openEnd);
      }
    } else if (this.#options.fragment !== true && (node.kind === 'text' || node.kind === 'cdata') && /\S/.test(this.#text.slice(node.start, node.end).replace(/^\uFEFF/, ''))) {
      this.#problem('text-outside-root', 'Text outside the root element.', node.start, node.end);
    }
  }

  #endUnclosed(element: OpenElement, end: number): void {
    this.#problem('unclosed-element', `<${element.name}> is not closed.`, element.start, element.openEnd);
    this.#leave(element, end, end);
  }

  #leave(element: OpenElement, closeStart: number, end: number): void {
    element.closeStart = closeStart;
    element.end = end;
    this.#open = element.parent;
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 1) - 1);
    this.#scopes.leave(element.declared);
  }

  #resolveNames(tag: OpenElement): void {
    const colon = tag.name.indexOf(':');
    const known = this.#options.knownPrefixes;
    if (colon < 0) {
      const inherited = this.#scopes.lookup('') ?? '';
      const { defaultNamespace } = this.#options;
      tag.namespace = tag.declares || !defaultNamespace ? inherited : defaultNamespace(tag.name, inherited, tag.parent?.localName);
      if (tag.namespace !== inherited) {
        this.#bind(tag, '', tag.namespace);
      }
    } else {
      const prefix = tag.name.slice(0, colon);
      tag.localName = tag.name.slice(colon + 1);
      const declared = this.#scopes.lookup(prefix);
      if (declared === undefined) {
        this.#problem('undeclared-prefix', `The prefix "${prefix}" of <${tag.name}> is not declared.`, tag.start + 1, tag.start + 1 + colon);
      }
      tag.namespace = declared ?? known?.get(prefix) ?? '';
    }
    for (let index = 0; index < tag.attributes.length; index++) {
      const attribute = tag.attributes[index];
      const at = attribute?.name.indexOf(':') ?? -1;
      if (attribute && at > 0 && !attribute.name.startsWith('xmlns:')) {
        const prefix = attribute.name.slice(0, at);
        const namespace = this.#scopes.lookup(prefix) ?? known?.get(prefix);
        if (namespace === undefined) {
          this.#problem('undeclared-prefix', `The prefix "${prefix}" of attribute "${attribute.name}" is not declared.`, attribute.start, attribute.start + at);
        } else {
          tag.attributes[index] = { ...attribute, namespace };
        }
      }
    }
  }

  #declare(tag: OpenElement, name: string, value: string, colon: number): void {
    const { namespaceAttribute, repairNamespace } = this.#options;
    if (colon === 5 && name.startsWith('xmlns')) {
      this.#bind(tag, name.slice(6), repairNamespace ? repairNamespace(value) : value);
    } else if (namespaceAttribute ? namespaceAttribute(name) : name === 'xmlns') {
      this.#bind(tag, '', repairNamespace ? repairNamespace(value) : value);
      tag.declares = true;
    }
  }

  /** Few attributes are compared one by one; of many, as no author writes them, the names are kept. */
  #standsTwice(tag: OpenElement, name: string): boolean {
    if (tag.attributes.length < 32) {
      return tag.attributes.some((other) => other.name === name);
    }
    if (tag.attributes.length === 32) {
      this.#manyNames = new Set(tag.attributes.map((other) => other.name));
    }
    const known = this.#manyNames.has(name);
    this.#manyNames.add(name);
    return known;
  }

  #bind(tag: OpenElement, prefix: string, namespace: string): void {
    this.#scopes.declare(prefix, namespace);
    tag.declared.push(prefix);
  }

  #decodeValue(raw: string, at: number): string {
    this.#checkReferences(raw, at);
    return decodeReferences(raw, this.#entities);
  }

  #checkText(start: number, end: number): void {
    const text = this.#text;
    for (let at = this.#nextAmpersand(start); at < end; at = this.#nextAmpersand(at + 1)) {
      this.#checkReference(text, at, 0);
    }
    // Text mostly ends where the next "<" stands, so that looking for it from the start looks no further.
    for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
      this.#problem('stray-less-than', 'This "<" starts no tag; write "&lt;".', at, at + 1);
    }
  }

  /** Offset of the next `&`, or the end: found once for all text before it, so that text without references costs nothing. */
  #nextAmpersand(from: number): number {
    if (this.#ampersand < from) {
      const at = this.#text.indexOf('&', from);
      this.#ampersand = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#ampersand;
  }

  #checkReferences(raw: string, base: number): void {
    for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', at + 1)) {
      this.#checkReference(raw, at, base);
    }
  }

  #checkReference(text: string, at: number, base: number): void {
    const reference = referenceAt(text, at);
    if (!reference) {
      this.#problem('bad-reference', 'This "&" starts no reference; write "&amp;".', base + at, base + at + 1);
    } else if (this.#options.entities && resolveReference(reference.name, this.#entities) === undefined) {
      this.#problem('bad-reference', `The entity "${reference.name}" is not declared.`, base + at, base + reference.end);
    }
  }

  #problem(code: XmlProblemCode, message: string, start: number, end: number): void {
    if (this.#problems.length < problemLimit) {
      this.#problems.push({ code, message, start, end });
    }
  }
}
