// SPDX-License-Identifier: MIT
import type { PublishedForm, Role } from './deployment.ts';
import type { Remark } from './remarks.ts';
import { elementsBelow, readPlainXml } from './plainXml.ts';
import { isDisco, readDisco } from './readDisco.ts';
import { isDoap, readDoap } from './readDoap.ts';
import { readList } from './readList.ts';

export type SourceKind = 'doap' | 'disco' | 'list';

/** A XEP as a source names it. */
export interface Mention {
  /** Four digits, or `inbox/NAME`. */
  readonly xep: string;
  readonly status: string;
  readonly version: string;
  readonly since: string;
  readonly note: string;
  readonly line: number;
}

/** What stands in one source. */
export interface ReadSource {
  readonly kind: SourceKind;
  readonly role: Role;
  /** Name of the software or service; `''` where the source does not say. */
  readonly title: string;
  readonly mentions: readonly Mention[];
  readonly features: readonly { readonly feature: string; readonly line: number }[];
  /** Kinds of service that the source is, as `identity:CATEGORY/TYPE`; most speak of no XEP. */
  readonly identities: readonly { readonly feature: string; readonly line: number }[];
  readonly forms: readonly Omit<PublishedForm, 'source'>[];
  readonly flaws: readonly Omit<Remark, 'source'>[];
}

/** Why a source cannot be read at all, and what to do. */
export interface UnreadableSource {
  readonly error: string;
  readonly line?: number;
  readonly column?: number;
}

/** UTF-16 units. The longest real sources have some 100,000. */
const sizeLimit = 1_000_000;

/** Reads a DOAP file, a service discovery answer, or a list of numbers; which of them it is, the text tells. */
export function readSource(text: string): ReadSource | UnreadableSource {
  if (text.length > sizeLimit) {
    return { error: `is longer than ${sizeLimit.toLocaleString('en')} characters; give a DOAP file, a list of XEP numbers or a disco#info answer` };
  }
  if (text.includes('\0')) {
    return { error: 'is not text; save it as UTF-8' };
  }
  if (!text.replace(/^\uFEFF/, '').trimStart().startsWith('<')) {
    return readList(text);
  }
  const xml = readPlainXml(text);
  if ('error' in xml) {
    return xml;
  }
  const elements = elementsBelow(xml);
  return isDisco(elements) ? readDisco(elements) : isDoap(elements) ? readDoap(elements)
    : { error: `is XML, but neither a DOAP file nor a disco#info answer: its root is <${xml.children[0]?.name ?? ''}>; give one of these, or a list of XEP numbers` };
}
