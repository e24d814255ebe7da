// SPDX-License-Identifier: MIT
import { entryName, type Dataset, type Level, type Sensitivity } from '../dataset/index.ts';
import { carrierName, type Carrier, type Review } from '../review/index.ts';
import { tableRow } from './row.ts';
import { stateInWords } from './triageWords.ts';
import { basisInWords, recipientsInWords, retentionInWords } from './words.ts';

/** What a document brings of one category: a cell of the panel's heat map. */
export interface PanelCell {
  readonly category: string;
  /** Carriers, at least 1. */
  readonly count: number;
  /** That of the most sensitive carrier. */
  readonly sensitivity: Sensitivity;
}

/** What a document says of privacy, in one word for those who look over many. Documents that define no protocol need not say anything. */
export type PanelPrivacy = 'absent' | 'placeholder' | 'denial' | 'incomplete' | 'complete' | 'not expected';

/** A row of the relevance panel: all that sorting and filtering ask for. */
export interface PanelDocument {
  /** What its host knows the document by: a path, or a URI. */
  readonly id: string;
  /** Four digits, or null for a ProtoXEP. */
  readonly number: string | null;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly type: string;
  readonly version: string;
  readonly level: Level;
  readonly codes: readonly string[];
  readonly reason: string;
  /** In words; empty for a verdict on this very version. */
  readonly basis: string;
  readonly tags: readonly string[];
  /** Humorous, retracted, rejected or obsolete. Deprecated and deferred documents may well be implemented. */
  readonly inactive: boolean;
  /** Where the XSF publishes the document; null where that cannot be told. */
  readonly page: string | null;
  readonly seenBy: string;
  readonly kept: string;
  readonly privacy: PanelPrivacy;
  /** Both considerations in words, and the labels of the categories of weight that neither mentions. */
  readonly considerations: { readonly privacy: string; readonly security: string; readonly missing: readonly string[] };
  readonly cells: readonly PanelCell[];
  /** Ids of the carriers that it brings, for a search. */
  readonly brings: readonly string[];
}

/** A carrier in the details of a row, in words. */
export interface PanelCarrier {
  readonly id: string;
  /** `<item jid/>`, or `field "email"`. */
  readonly name: string;
  readonly namespace: string;
  readonly category: string;
  readonly also: readonly string[];
  readonly sensitivity: Sensitivity;
  /** Whether the document brings it (defines it, or orders to process it), or another document does. */
  readonly brought: boolean;
  readonly inferred: boolean;
  readonly note: string;
  readonly seenBy: string;
  readonly kept: string;
  /** Where the verdict can be checked. */
  readonly source: string;
  /** Why the workspace does not want to see it. */
  readonly ignored?: string;
  readonly count: number;
  /** Of its first occurrence, from 1; 0 where places were not asked for. */
  readonly line: number;
}

export interface PanelRecord {
  readonly document: PanelDocument;
  /** The most sensitive first; stanza addressing is left out. */
  readonly carriers: readonly PanelCarrier[];
}

const ranks: Readonly<Record<Sensitivity, number>> = { low: 1, medium: 2, high: 3 };

/** What the relevance panel shows of a review. Pure; the same for the report of the command line and for the editor, which passes the URI as `id`. */
export function panelRecord(review: Review, dataset: Dataset, id = review.path): PanelRecord {
  const row = tableRow(review, dataset);
  const { privacy, security } = review.considerations;
  const carriers = review.carriers.filter(({ baseline }) => !baseline).map((carrier) => panelCarrier(carrier, dataset));
  const brought = carriers.filter((carrier) => carrier.brought && carrier.ignored === undefined);
  return {
    document: {
      id, number: row.number, name: row.name, title: row.title, status: row.status, type: row.type, version: row.version,
      level: row.level, codes: row.codes, reason: row.reason, basis: basisInWords(row.basis), tags: row.tags,
      inactive: review.kind === 'humorous' || /^(?:retracted|rejected|obsolete)$/i.test(review.status) || /^humorous$/i.test(review.type), page: publishedPage(row.number, review.path, id),
      seenBy: recipientsInWords(row.recipients), kept: retentionInWords(row.retention),
      privacy: privacyWord(review),
      considerations: { privacy: stateInWords(privacy), security: stateInWords(security), missing: privacy.missing.map((category) => dataset.categories.get(category)?.label ?? category) },
      cells: [...dataset.categories.keys()].flatMap((category) => cellOf(category, brought)),
      brings: brought.map((carrier) => carrier.id),
    },
    carriers: carriers.sort((one, other) => Number(other.brought) - Number(one.brought) || ranks[other.sensitivity] - ranks[one.sensitivity]),
  };
}

function panelCarrier(carrier: Carrier, dataset: Dataset): PanelCarrier {
  return {
    id: carrier.id, name: carrierName(carrier), namespace: carrier.field?.formType ?? carrier.namespace, category: carrier.category, also: carrier.also, sensitivity: carrier.sensitivity,
    brought: carrier.own || carrier.ordered, inferred: carrier.basis === 'inferred', note: carrier.note,
    seenBy: recipientsInWords(carrier.recipients), kept: retentionInWords(carrier.retention), source: sourceInWords(carrier, dataset),
    ...(carrier.ignored === null ? {} : { ignored: carrier.ignored }),
    count: carrier.occurrences.length, line: carrier.occurrences[0]?.start.line ?? 0,
  };
}

/** `XEP-0191 1.3, section “Use Cases”`. */
function sourceInWords({ verdict: { entry, source }, basis }: Carrier, dataset: Dataset): string {
  if (entry === null || basis === 'inferred') {
    return 'judged by name and example only, by no person';
  }
  if (entry === 'core') {
    return source === '' ? entryName(entry) : source;
  }
  const version = dataset.entries.get(entry)?.reviewed.version ?? '';
  return `${entryName(entry)}${version === '' ? '' : ` ${version}`}${source === '' ? '' : `, section “${source}”`}`;
}

function cellOf(category: string, brought: readonly PanelCarrier[]): PanelCell[] {
  const carriers = brought.filter((carrier) => carrier.category === category);
  const [first, ...rest] = carriers.map(({ sensitivity }) => sensitivity);
  return first === undefined ? [] : [{ category, count: carriers.length, sensitivity: rest.reduce((highest, one) => (ranks[one] > ranks[highest] ? one : highest), first) }];
}

function privacyWord({ kind, considerations: { privacy } }: Review): PanelPrivacy {
  if (privacy.state !== 'present') {
    return kind !== 'protocol' ? 'not expected' : privacy.state;
  }
  return privacy.missing.length > 0 ? 'incomplete' : 'complete';
}

/** A ProtoXEP's page is known by its folder. */
function publishedPage(number: string | null, ...places: readonly string[]): string | null {
  if (number !== null) {
    return `https://xmpp.org/extensions/xep-${number}.html`;
  }
  const proposal = places.map((place) => /(?:^|[\\/])inbox[\\/]([\w.-]+)\.xml$/i.exec(place)?.[1]).find((name) => name !== undefined);
  return proposal === undefined ? null : `https://xmpp.org/extensions/inbox/${proposal}.html`;
}
