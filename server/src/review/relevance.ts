// SPDX-License-Identifier: MIT
import type { Dataset, DocumentKind, Entry, Level } from '../dataset/index.ts';
import type { XepDocument, XepHeader } from '../xep/index.ts';
import type { Carrier, Relevance } from './record.ts';

/** What kind of document a XEP is, from its entry or its type. */
export function documentKind(header: XepHeader, entry: Entry | undefined): DocumentKind {
  if (entry) {
    return entry.kind;
  }
  const type = header.type.toLowerCase();
  if (type === 'humorous') {
    return 'humorous';
  }
  if (type === 'procedural' || type === 'sig' || type.startsWith('sig ')) {
    return 'process';
  }
  return /\bcompliance suites?\b/i.test(header.title) ? 'suite' : 'protocol';
}

/** The level with its codes and reason: the curated verdict where there is one, else by the rules of codebook section 4. */
export function relevanceOf(document: XepDocument, kind: DocumentKind, carriers: readonly Carrier[], model: Entry | undefined, dataset: Dataset): Relevance {
  const { header } = document;
  const tags = statusTags(header);
  const entry = dataset.entries.get(header.number);
  if (entry) {
    const { level, codes, reason } = entry.relevance;
    return { level, codes, reason, basis: isNewer(header.version, entry.reviewed.version) ? 'stale' : 'curated', tags: [...entry.relevance.tags ?? [], ...tags] };
  }
  if (kind !== 'protocol') {
    const tag = kind === 'suite' ? 'inherits' : kind;
    return { level: 'none', codes: [], reason: kindReasons[kind], basis: 'inferred', tags: [tag, ...tags] };
  }
  if (model?.kind === 'protocol') {
    const { level, codes, reason } = model.relevance;
    return { level, codes, reason: `As XEP-${model.xep ?? ''}, which defines the same: ${reason}`, basis: 'inferred', tags };
  }
  return { ...inferLevel(document, carriers, dataset), basis: 'inferred', tags };
}

const kindReasons: Readonly<Record<Exclude<DocumentKind, 'protocol'>, string>> = {
  humorous: 'A humorous document; its carriers are shown, its level is none.',
  process: 'A document about procedure, which defines no protocol.',
  suite: 'A list of other XEPs; what it carries is what they carry.',
};

function statusTags({ status }: XepHeader): string[] {
  if (/^(?:obsolete|deprecated|retracted|rejected)$/i.test(status)) {
    return ['inactive'];
  }
  return /^deferred$/i.test(status) ? ['dormant'] : [];
}

/** Whether version `one` comes after `other`, number by number. */
export function isNewer(one: string, other: string): boolean {
  const left = one.split('.').map(Number);
  const right = other.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0 || Number.isNaN(difference)) {
      return difference > 0;
    }
  }
  return false;
}

const storage = /\b(?:archiv\w+|stor(?:e|es|ed|ing)|persist\w*|histor(?:y|ies))\b/gi;
const publicAudience = /\b(?:public(?:ly)?|anyone|anybody|open access|all (?:users|entities)|world)\b/i;

/** Codes by category of the document's own carriers. Order follows the rules: H before M before L. */
function inferLevel(document: XepDocument, carriers: readonly Carrier[], dataset: Dataset): Pick<Relevance, 'level' | 'codes' | 'reason'> {
  const own = carriers.filter((carrier) => carrier.own && !carrier.baseline);
  const codes = new Set<string>();
  const carried = new Set(own.map((carrier) => carrier.category));
  const prose = document.root ? document.text.slice(document.header.span.end, document.root.end) : '';
  const stores = (prose.match(storage)?.length ?? 0) > 4;
  const names = own.map((carrier) => carrier.field?.var ?? carrier.attribute ?? carrier.element);
  const carriersOf = (category: string): number => own.filter((carrier) => carrier.category === category).length;
  for (const category of carried) {
    switch (category) {
      case 'message-content': codes.add(stores ? 'H1' : 'M4'); break;
      case 'media-file': codes.add(stores && publicAudience.test(prose) ? 'H1' : 'M4'); break;
      case 'location': codes.add(names.some((name) => /^(?:lat|lon|geoloc|location|street|latitude|longitude)$/i.test(name)) ? 'H2' : 'M1'); break;
      case 'financial': codes.add('H2'); break;
      case 'credentials': codes.add(names.some((name) => /pass|secret|private|pwd/i.test(name)) || carriersOf(category) > 1 ? 'H3' : 'M7'); break;
      case 'social-graph': codes.add(publicAudience.test(prose) && carriersOf(category) > 2 ? 'H4' : 'M3'); break;
      case 'profile': case 'contact-details': codes.add(carriersOf(category) > 1 ? 'H5' : 'M4'); break;
      case 'network-address': codes.add('H6'); break;
      case 'moderation-record': codes.add(carriersOf(category) > 1 ? 'H7' : 'M4'); break;
      case 'presence': case 'activity': case 'communication-metadata': case 'sensor': codes.add('M1'); break;
      case 'device-client': case 'crypto-identity': codes.add('M2'); break;
      case 'pseudonym': codes.add('M4'); break;
      default: codes.add('L5');
    }
  }
  const sorted = [...codes].sort((one, other) => codeRank(one) - codeRank(other));
  const lead = sorted[0];
  if (lead === undefined) {
    return { level: 'none', codes: [], reason: 'Nothing that it defines is known or seen to carry personal data.' };
  }
  const level: Level = lead.startsWith('H') ? 'high' : lead.startsWith('M') ? 'medium' : 'low';
  const kept = level === 'low' ? sorted : sorted.filter((code) => !code.startsWith('L'));
  const labels = [...carried].map((id) => dataset.categories.get(id)?.label.toLowerCase() ?? id);
  return { level, codes: kept, reason: `Inferred: the names and example values of what it defines speak of ${listOf(labels)}.` };
}

function codeRank(code: string): number {
  return 'HML'.indexOf(code.charAt(0)) * 10 + Number(code.slice(1));
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
