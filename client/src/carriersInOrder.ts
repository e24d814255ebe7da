// SPDX-License-Identifier: MIT
import type { CarrierSummary, Range, ReviewSummary } from '../../server/src/lsp/protocol.ts';

/** One occurrence of a carrier, and its place among all of the document. */
export interface Stop {
  readonly carrier: CarrierSummary;
  readonly range: Range;
  /** 1-based. */
  readonly ordinal: number;
  readonly total: number;
}

type Place = Range['start'];

/** The next (or previous) occurrence of any carrier after a place, past the end from the beginning. Undefined where there is none. */
export function nextStop(review: ReviewSummary, from: Place, direction: 'next' | 'previous', addressing: boolean): Stop | undefined {
  const stops = stopsOf(review, ({ baseline, ignored }) => ignored === undefined && (addressing || !baseline));
  const index = direction === 'next'
    ? stops.findIndex(({ range }) => compare(range.start, from) > 0)
    : stops.findLastIndex(({ range }) => compare(range.start, from) < 0);
  const wrapped = direction === 'next' ? 0 : stops.length - 1;
  return stops[index === -1 ? wrapped : index];
}

/** The carrier at a place: the one with the shortest occurrence around it. */
export function carrierAt(review: ReviewSummary, place: Place): CarrierSummary | undefined {
  const around = stopsOf(review, () => true).filter(({ range }) => compare(range.start, place) <= 0 && compare(range.end, place) >= 0);
  return around.reduce<Stop | undefined>((best, stop) => (best === undefined || compare(stop.range.start, best.range.start) > 0 ? stop : best), undefined)?.carrier;
}

function stopsOf(review: ReviewSummary, chosen: (carrier: CarrierSummary) => boolean): readonly Stop[] {
  const found = review.carriers.filter(chosen)
    .flatMap((carrier) => carrier.ranges.map((range) => ({ carrier, range })))
    .sort((one, other) => compare(one.range.start, other.range.start));
  return found.map((stop, index) => ({ ...stop, ordinal: index + 1, total: found.length }));
}

function compare(one: Place, other: Place): number {
  return one.line - other.line || one.character - other.character;
}
