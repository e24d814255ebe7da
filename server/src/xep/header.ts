// SPDX-License-Identifier: MIT
import { XMLParser } from 'fast-xml-parser';
import { childElements, decodeReferences, detached, type EntityTable, type Span, type XmlElement } from '../xml/index.ts';

/** What a XEP's `<header>` says of the document. Authors' own data is left out on purpose: it is not protocol data. */
export interface XepHeader {
  /** Span of the whole header; empty where there is none. */
  readonly span: Span;
  /** As written: four digits, or `xxxx` for a ProtoXEP. */
  readonly number: string;
  readonly title: string;
  readonly abstract: string;
  readonly status: string;
  readonly type: string;
  readonly shortname: string;
  readonly approver: string;
  /** Version and date of the first, that is the newest, revision. */
  readonly version: string;
  readonly date: string;
  readonly dependencies: readonly string[];
  readonly supersedes: readonly string[];
  readonly supersededBy: readonly string[];
}

type Plain = string | { readonly [key: string]: Plain } | readonly Plain[] | undefined;

const parser = (): XMLParser => new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false, trimValues: true });

/** Reads the header below the root. A header that the plain parser refuses (broken markup) is read from the tolerant tree instead. */
export function readHeader(text: string, root: XmlElement | undefined, entities: EntityTable): XepHeader {
  const element = root && childElements(root, 'header')[0];
  if (!element) {
    return { ...emptyHeader, span: { start: root?.start ?? 0, end: root?.start ?? 0 } };
  }
  const revision = childElements(element, 'revision')[0];
  const slice = (name: string, from: XmlElement = element): string => {
    const child = childElements(from, name)[0];
    return child ? plainText(text.slice(child.openEnd, child.closeStart), entities) : '';
  };
  return {
    span: { start: element.start, end: element.end },
    number: slice('number'),
    title: slice('title'),
    abstract: slice('abstract'),
    status: normalStatus(slice('status')),
    type: normalType(slice('type')),
    shortname: slice('shortname'),
    approver: slice('approver'),
    version: revision ? slice('version', revision) : '',
    date: revision ? slice('date', revision) : '',
    // Few readers ask for these lists, and the plain parser is slow to warm up: read when asked for.
    get dependencies() { return specs(text, element, 'dependencies', entities); },
    get supersedes() { return specs(text, element, 'supersedes', entities); },
    get supersededBy() { return specs(text, element, 'supersededby', entities); },
  };
}

const emptyHeader: XepHeader = {
  span: { start: 0, end: 0 }, number: '', title: '', abstract: '', status: '', type: '', shortname: '', approver: '', version: '', date: '',
  dependencies: [], supersedes: [], supersededBy: [],
};

function specs(text: string, header: XmlElement, name: string, entities: EntityTable): string[] {
  const element = childElements(header, name)[0];
  if (!element || element.children.length === 0) {
    return [];
  }
  const slice = text.slice(element.start, element.end);
  let plain: Plain;
  try {
    plain = (parser().parse(slice) as Record<string, Plain>)[name];
  } catch {
    plain = { spec: childElements(element, 'spec').map((spec) => text.slice(spec.openEnd, spec.closeStart)) };
  }
  const spec = typeof plain === 'object' && !Array.isArray(plain) ? (plain as { readonly [key: string]: Plain })['spec'] : undefined;
  const list = Array.isArray(spec) ? spec as readonly Plain[] : [spec];
  return list.filter((item) => typeof item === 'string').map((item) => plainText(item, entities)).filter((item) => item !== '');
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
  return /^standards?\s+s?track$/i.test(type) ? 'Standards Track' : type;
}
