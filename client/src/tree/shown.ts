// SPDX-License-Identifier: MIT
import type { CarrierSummary, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { filterCarriers } from './filter.ts';
import { levels } from './words.ts';

export const groupings = ['document', 'level', 'category', 'considerations'] as const;
export type Grouping = (typeof groupings)[number];
export const sortings = ['number', 'level', 'title'] as const;
export type Sorting = (typeof sortings)[number];

/** How the reader wants to see the tree. */
export interface ViewState {
  readonly group: Grouping;
  readonly sort: Sorting;
  /** Words that must all occur, as `filterCarriers` reads them; empty for no filter. */
  readonly filter: string;
  /** Whether humorous, retracted, rejected and obsolete documents are shown. */
  readonly inactive: boolean;
  /** Whether the addressing of stanzas is shown for a document. */
  readonly addressing: (uri: string) => boolean;
}

/** A document with those of its carriers that are shown. */
export interface ShownDocument {
  readonly review: ReviewSummary;
  readonly carriers: readonly CarrierSummary[];
}

export interface Shown {
  readonly documents: readonly ShownDocument[];
  /** How many the filter lets through and are left out because they are inactive. */
  readonly inactive: number;
  /** How many the filter does not let through. */
  readonly filteredOut: number;
}

/** The documents that the view state lets through, in its order. */
export function shownDocuments(reviews: readonly ReviewSummary[], view: ViewState): Shown {
  const matching = reviews.flatMap((review): ShownDocument[] => {
    const carriers = filterCarriers(review, carriersOf(review, view), view.filter);
    return carriers ? [{ review, carriers }] : [];
  });
  const documents = matching.filter(({ review }) => view.inactive || !isInactive(review)).sort(byOrder(view.sort));
  return { documents, inactive: matching.length - documents.length, filteredOut: reviews.length - matching.length };
}

/** Humorous, retracted, rejected or obsolete. Deprecated and deferred documents may well be implemented, so they stay in sight. */
export function isInactive({ type, kind, status }: ReviewSummary): boolean {
  return kind === 'humorous' || type.toLowerCase() === 'humorous' || /^(?:retracted|rejected|obsolete)$/i.test(status);
}

function carriersOf(review: ReviewSummary, view: ViewState): readonly CarrierSummary[] {
  return view.addressing(review.uri) ? review.carriers : review.carriers.filter(({ baseline }) => !baseline);
}

function byOrder(sort: Sorting): (one: ShownDocument, other: ShownDocument) => number {
  const title = (one: ShownDocument, other: ShownDocument): number => one.review.title.localeCompare(other.review.title, 'en');
  // Numbered XEPs first; ProtoXEPs follow by their titles.
  const number = (one: ShownDocument, other: ShownDocument): number => numberKey(one) - numberKey(other) || title(one, other) || (one.review.uri < other.review.uri ? -1 : 1);
  switch (sort) {
    case 'number': return number;
    case 'level': return (one, other) => levels.indexOf(one.review.level) - levels.indexOf(other.review.level) || number(one, other);
    case 'title': return (one, other) => title(one, other) || number(one, other);
  }
}

function numberKey({ review: { number } }: ShownDocument): number {
  return number !== null && /^\d{4}$/.test(number) ? Number(number) : Number.MAX_SAFE_INTEGER;
}
