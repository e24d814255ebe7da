// SPDX-License-Identifier: MIT
import type { CarrierSummary, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { documentTitle, fileName } from '../xepDocument.ts';
import { considerationsState, considerationsWords, levels } from './words.ts';

export const groupings = ['document', 'level', 'category', 'considerations'] as const;
export type Grouping = (typeof groupings)[number];
export const sortings = ['number', 'level', 'title'] as const;
export type Sorting = (typeof sortings)[number];

/** How the reader wants to see the tree. */
export interface ViewState {
  readonly group: Grouping;
  readonly sort: Sorting;
  /** Words that must all occur; empty for no filter. */
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
  /** How many are left out because they are inactive, and because the filter does not match. */
  readonly inactive: number;
  readonly filteredOut: number;
}

/** The documents that the view state lets through, in its order. */
export function shownDocuments(reviews: readonly ReviewSummary[], view: ViewState): Shown {
  const active = reviews.filter((review) => view.inactive || !isInactive(review));
  const words = view.filter.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const documents = active.flatMap((review) => matching(review, carriersOf(review, view), words)).sort(byOrder(view.sort));
  return { documents, inactive: reviews.length - active.length, filteredOut: active.length - documents.length };
}

/** Humorous, retracted, rejected or obsolete. Deprecated and deferred documents may well be implemented, so they stay in sight. */
export function isInactive({ type, kind, status }: ReviewSummary): boolean {
  return kind === 'humorous' || type.toLowerCase() === 'humorous' || /^(?:retracted|rejected|obsolete)$/i.test(status);
}

function carriersOf(review: ReviewSummary, view: ViewState): readonly CarrierSummary[] {
  return view.addressing(review.uri) ? review.carriers : review.carriers.filter(({ baseline }) => !baseline);
}

/**
 * Each word must occur in the document's own texts or in a carrier; words that occur only in carriers choose among these:
 * the carriers that have all of them, else those that have one.
 */
function matching(review: ReviewSummary, carriers: readonly CarrierSummary[], words: readonly string[]): ShownDocument[] {
  if (words.length === 0) {
    return [{ review, carriers }];
  }
  const own = [
    documentTitle(review), review.name, fileName(review.uri), review.status, review.type, review.level, review.basis, ...review.codes, ...review.tags,
    considerationsWords[considerationsState(review)],
  ].join('\n').toLowerCase();
  const open = words.filter((word) => !own.includes(word));
  if (open.length === 0) {
    return [{ review, carriers }];
  }
  const having = open.map((word) => new Set(carriers.filter((carrier) => textOf(carrier).includes(word))));
  if (having.some(({ size }) => size === 0)) {
    return [];
  }
  const all = carriers.filter((carrier) => having.every((set) => set.has(carrier)));
  return [{ review, carriers: all.length > 0 ? all : carriers.filter((carrier) => having.some((set) => set.has(carrier))) }];
}

function textOf({ label, id, category, categoryLabel }: CarrierSummary): string {
  return `${label}\n${id}\n${category}\n${categoryLabel}`.toLowerCase();
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
