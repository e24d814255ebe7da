// SPDX-License-Identifier: MIT
import { carrierKey, type Level } from '../dataset/index.ts';
import type { Carrier, Considerations, Review } from './record.ts';

/** What two lists of words have that the other has not. */
export interface Difference {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/** A property with its values in both revisions, lists in their order and joined by commas. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface ChangedCarrier {
  readonly carrier: Carrier;
  readonly changes: readonly Change[];
}

/** What one revision of a document changes about personal data, by meaning: places, order and wording do not count. */
export interface Comparison {
  /** The newer review where there is one. */
  readonly review: Review;
  readonly kind: 'added' | 'dropped' | 'changed' | 'same';
  readonly level: { readonly before: Level | null; readonly after: Level | null };
  readonly codes: Difference;
  readonly carriers: { readonly added: readonly Carrier[]; readonly dropped: readonly Carrier[]; readonly changed: readonly ChangedCarrier[] };
  /** Of what the document itself brings. */
  readonly categories: Difference;
  readonly recipients: Difference;
  readonly privacy: readonly Change[];
  readonly security: readonly Change[];
  /** Codes of findings that only one of them has. */
  readonly findings: Difference;
}

/**
 * Compares two reviews of a document; null stands for a document that is not there. Carriers are the same whatever version their namespace has.
 * Stanza addressing and what the workspace ignores are left out.
 */
export function compareReviews(before: Review | null, after: Review | null): Comparison | undefined {
  const review = after ?? before;
  if (!review) {
    return undefined;
  }
  const old = carriersOf(before);
  const now = carriersOf(after);
  const changed = [...now].flatMap(([key, carrier]): ChangedCarrier[] => {
    const known = old.get(key);
    const changes = known ? carrierChanges(known, carrier) : [];
    return changes.length === 0 ? [] : [{ carrier, changes }];
  });
  const comparison = {
    review,
    level: { before: before?.relevance.level ?? null, after: after?.relevance.level ?? null },
    codes: difference(before?.relevance.codes ?? [], after?.relevance.codes ?? []),
    carriers: { added: [...now].filter(([key]) => !old.has(key)).map(([, one]) => one), dropped: [...old].filter(([key]) => !now.has(key)).map(([, one]) => one), changed },
    categories: difference(broughtBy(old, ({ category }) => [category]), broughtBy(now, ({ category }) => [category])),
    recipients: difference(broughtBy(old, ({ recipients }) => recipients), broughtBy(now, ({ recipients }) => recipients)),
    privacy: considerationsChanges(before?.considerations.privacy, after?.considerations.privacy),
    security: considerationsChanges(before?.considerations.security, after?.considerations.security),
    findings: difference(findingsOf(before), findingsOf(after)),
  };
  return { ...comparison, kind: !before ? 'added' : !after ? 'dropped' : isSame(comparison) ? 'same' : 'changed' };
}

function isSame({ level, codes, carriers, privacy, security, findings }: Omit<Comparison, 'kind'>): boolean {
  return level.before === level.after
    && [codes.added, codes.dropped, findings.added, findings.dropped, carriers.added, carriers.dropped, carriers.changed, privacy, security].every(({ length }) => length === 0);
}

function carriersOf(review: Review | null): ReadonlyMap<string, Carrier> {
  const carriers = new Map<string, Carrier>();
  for (const carrier of review?.carriers ?? []) {
    const key = carrierKey(carrier.id);
    if (!carrier.baseline && carrier.ignored === null && !carriers.has(key)) {
      carriers.set(key, carrier);
    }
  }
  return carriers;
}

function carrierChanges(before: Carrier, after: Carrier): Change[] {
  const list = (words: readonly string[]): string => words.join(', ');
  const facts = (carrier: Carrier): readonly (readonly [string, string])[] => [
    ['category', list([carrier.category, ...carrier.also])], ['sensitivity', carrier.sensitivity], ['recipients', list(carrier.recipients)], ['retention', carrier.retention],
    ['subject', list(carrier.subject)], ['default', carrier.default ?? ''], ['control', carrier.control ?? ''], ['flags', list(carrier.flags)],
    ['defined here', carrier.own ? 'yes' : 'no'], ['basis', carrier.basis],
  ];
  const now = facts(after);
  return facts(before).flatMap(([what, value], at) => (value === now[at]?.[1] ? [] : [{ what, before: value, after: now[at]?.[1] ?? '' }]));
}

function considerationsChanges(before: Considerations | undefined, after: Considerations | undefined): Change[] {
  const facts = (one: Considerations | undefined): readonly (readonly [string, string])[] => [
    ['state', one?.state ?? 'absent'], ['grade', String(one?.grade ?? 0)], ['covers', [...one?.covers ?? []].sort().join(', ')], ['missing', [...one?.missing ?? []].sort().join(', ')],
  ];
  const now = facts(after);
  return facts(before).flatMap(([what, value], at) => (value === now[at]?.[1] ? [] : [{ what, before: value, after: now[at]?.[1] ?? '' }]));
}

function broughtBy(carriers: ReadonlyMap<string, Carrier>, wordsOf: (carrier: Carrier) => readonly string[]): string[] {
  return [...new Set([...carriers.values()].filter(({ own, ordered }) => own || ordered).flatMap(wordsOf))];
}

function findingsOf(review: Review | null): string[] {
  return [...new Set((review?.problems ?? []).map(({ code }) => code))];
}

function difference(before: readonly string[], after: readonly string[]): Difference {
  return { added: after.filter((word) => !before.includes(word)), dropped: before.filter((word) => !after.includes(word)) };
}
