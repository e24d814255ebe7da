// SPDX-License-Identifier: MIT

/** A half-open range of UTF-16 offsets: `start` is inside, `end` is the first offset after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface XmlAttribute extends Span {
  /** Name as written, with its prefix. */
  readonly name: string;
  readonly localName: string;
  /** Namespace of a prefixed attribute, else the empty string. */
  readonly namespace: string;
  /** Value with references resolved. An attribute without a value has the empty string. */
  readonly value: string;
  readonly nameEnd: number;
  /** First offset of the value, after its quote; equals `nameEnd` where there is no value. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface XmlElement extends Span {
  readonly kind: 'element';
  /** Name as written, with its prefix. */
  readonly name: string;
  readonly localName: string;
  readonly namespace: string;
  /** First offset after the start tag. */
  readonly openEnd: number;
  /** Offset of `</`; where the end tag is missing, or the tag closes itself, equal to `end`. */
  readonly closeStart: number;
  readonly selfClosing: boolean;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | null;
}

export interface XmlText extends Span {
  readonly kind: 'text';
}

export interface XmlCdata extends Span {
  readonly kind: 'cdata';
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** A comment or a processing instruction. */
export interface XmlAside extends Span {
  readonly kind: 'comment' | 'instruction';
}

export type XmlNode = XmlElement | XmlText | XmlCdata | XmlAside;

export type XmlProblemCode =
  | 'attribute-without-value' | 'bad-reference' | 'duplicate-attribute' | 'extra-root' | 'mismatched-tag' | 'no-root' | 'stray-end-tag'
  | 'stray-less-than' | 'text-outside-root' | 'too-deep' | 'too-long' | 'unclosed-element' | 'undeclared-prefix' | 'unfinished-tag' | 'unquoted-value' | 'unterminated-section';

/** A place where the text is not well-formed XML. Parsing goes on after it. */
export interface XmlProblem extends Span {
  readonly code: XmlProblemCode;
  readonly message: string;
}

/** Result of parsing: all top-level nodes in order, and what is not well-formed, the first 1000 places. */
export interface XmlTree {
  readonly text: string;
  readonly nodes: readonly XmlNode[];
  readonly problems: readonly XmlProblem[];
}

/** Span of the element's name in its start tag. */
export function nameSpan(element: XmlElement): Span {
  return { start: element.start + 1, end: element.start + 1 + element.name.length };
}

/** The top-level elements of a tree. */
export function rootElements(tree: XmlTree): XmlElement[] {
  return tree.nodes.filter((node) => node.kind === 'element');
}

/** Child elements, all of them or those with this local name. */
export function childElements(element: XmlElement, localName?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind === 'element' && (localName === undefined || child.localName === localName)) {
      found.push(child);
    }
  }
  return found;
}

/** The value of an attribute by its name as written, or undefined. */
export function attributeValue(element: XmlElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name) {
      return attribute.value;
    }
  }
  return undefined;
}

/**
 * Calls `visit` for every element below `nodes` in document order. Returning false leaves out the element's descendants.
 * Works without recursion, so that nesting cannot exhaust the stack.
 */
export function walkElements(nodes: readonly XmlNode[], visit: (element: XmlElement) => boolean | void): void {
  const lists: (readonly XmlNode[])[] = [nodes];
  const positions: number[] = [0];
  for (let depth = 0; depth >= 0;) {
    const list = lists[depth] ?? [];
    const at = positions[depth] ?? 0;
    const node = list[at];
    if (node === undefined) {
      depth--;
      continue;
    }
    positions[depth] = at + 1;
    if (node.kind === 'element' && visit(node) !== false && node.children.length > 0) {
      depth++;
      lists[depth] = node.children;
      positions[depth] = 0;
    }
  }
}
