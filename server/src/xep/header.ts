// SPDX-License-Identifier: MIT
import { childElements, decodeReferences, detached, type EntityTable, type Span, type XmlElement } from '../xml/index.ts';

/** What a XEP's `<header>` says of the document, so far as anybody asks. Authors' own data is left out on purpose: it is not protocol data. */
export interface XepHeader {
  /** Span of the whole header; empty where there is none. */
  readonly span: Span;
  /** As written: four digits, or `xxxx` for a ProtoXEP. */
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly type: string;
  /** Version of the first, that is the newest, revision. */
  readonly version: string;
  readonly dependencies: readonly string[];
  readonly supersededBy: readonly string[];
}

/** Reads the header below the root. What it does not say is empty. */
export function readHeader(text: string, root: XmlElement | undefined, entities: EntityTable): XepHeader {
  const header = children(root, 'header')[0];
  const texts = (elements: readonly XmlElement[]): string[] => elements.map(({ openEnd, closeStart }) => plainText(text.slice(openEnd, closeStart), entities));
  const first = (name: string, within = header): string => texts(children(within, name))[0] ?? '';
  const specs = (name: string): string[] => texts(children(children(header, name)[0], 'spec')).filter((spec) => spec !== '');
  const { start, end } = header ?? { start: root?.start ?? 0, end: root?.start ?? 0 };
  return {
    span: { start, end },
    number: first('number'),
    title: first('title'),
    status: normalStatus(first('status')),
    type: normalType(first('type')),
    version: first('version', children(header, 'revision')[0]),
    dependencies: specs('dependencies'),
    supersededBy: specs('supersededby'),
  };
}

function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? childElements(element, name) : [];
}

/** What a header says outlives its document: a table of many documents holds a row of each. */
function plainText(markup: string, entities: EntityTable): string {
  return detached(decodeReferences(markup, entities).replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ').trim());
}

/** `ProtoXEP` for the several spellings of the inbox; else as written. */
function normalStatus(status: string): string {
  return /^proto/i.test(status) ? 'ProtoXEP' : status;
}

/** `Standards Track` for its misspellings in the inbox; else as written. */
function normalType(type: string): string {
  return /^standards? s?track$/i.test(type) ? 'Standards Track' : type;
}
