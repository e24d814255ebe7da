// SPDX-License-Identifier: MIT
import { entryKey, entryName, isInactive, type Dataset, type DocumentKind, type Entry } from '../dataset/index.ts';
import type { XepDocument, XepHeader } from '../xep/index.ts';
import { inferLevel } from './inferLevel.ts';
import type { Carrier, Relevance } from './record.ts';
import type { Speech } from './speech.ts';
import { isNewer } from './version.ts';
import type { OwnVocabulary } from './vocabulary.ts';

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

/** The level with its codes and reason: the curated verdict where there is one, else by the rules behind the codes (data/codes.md). */
export function relevanceOf(document: XepDocument, kind: DocumentKind, carriers: readonly Carrier[], { entry, model }: Pick<OwnVocabulary, 'entry' | 'model'>, speech: () => Speech, dataset: Dataset): Relevance {
  const { header } = document;
  const tags = statusTags(header);
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
    return { level, codes, reason: `As ${entryName(entryKey(model))}, which defines the same: ${reason}`, basis: 'inferred', tags };
  }
  return { ...inferLevel(document, carriers, speech(), dataset), basis: 'inferred', tags };
}

const kindReasons: Readonly<Record<Exclude<DocumentKind, 'protocol'>, string>> = {
  humorous: 'A humorous document; its carriers are shown, its level is none.',
  process: 'A document about procedure, which defines no protocol.',
  suite: 'A list of other XEPs; what it carries is what they carry.',
};

function statusTags({ status }: XepHeader): string[] {
  if (isInactive(status)) {
    return ['inactive'];
  }
  return /^deferred$/i.test(status) ? ['dormant'] : [];
}
