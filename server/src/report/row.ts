// SPDX-License-Identifier: MIT
import { longestStay, nearestFirst, type Dataset, type Level } from '../dataset/index.ts';
import type { Review } from '../review/index.ts';

/** What the relevance table says of one document. */
export interface TableRow {
  /** Four digits, or `null` for a ProtoXEP. */
  readonly number: string | null;
  /** `XEP-0045`, or a ProtoXEP's file name without `.xml`. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly status: string;
  readonly type: string;
  readonly version: string;
  readonly level: Level;
  readonly codes: readonly string[];
  readonly reason: string;
  readonly basis: string;
  readonly tags: readonly string[];
  /** Ids of the categories that the document itself brings, in the taxonomy's order. */
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  /** The longest stay that the document speaks of. */
  readonly retention: string;
  readonly privacy: string;
  readonly security: string;
}

export const levels: readonly Level[] = ['none', 'low', 'medium', 'high'];

/** Draws the row of a review. Only what the document defines or orders counts; borrowed carriers and stanza addressing do not. */
export function tableRow(review: Review, dataset: Dataset): TableRow {
  const brought = review.carriers.filter((carrier) => !carrier.baseline && (carrier.own || carrier.ordered));
  const categories = new Set(brought.flatMap((carrier) => carrier.category));
  const file = review.path.split(/[\\/]/).at(-1) ?? review.path;
  const numbered = /^\d{4}$/.test(review.number);
  const { level, codes, reason, basis, tags } = review.relevance;
  return {
    number: numbered ? review.number : null,
    name: numbered ? `XEP-${review.number}` : file.replace(/\.xml$/i, ''),
    path: review.path, title: review.title, status: review.status, type: review.type, version: review.version,
    level, codes, reason, basis, tags,
    categories: [...dataset.categories.keys()].filter((id) => categories.has(id)),
    recipients: nearestFirst(brought.flatMap((carrier) => carrier.recipients)),
    retention: longestStay(brought.map((carrier) => carrier.retention)),
    privacy: review.considerations.privacy.state,
    security: review.considerations.security.state,
  };
}

/** Numbered XEPs by number, then ProtoXEPs by name. */
export function compareRows(one: TableRow, other: TableRow): number {
  const left = one.number ?? `~${one.name}`;
  const right = other.number ?? `~${other.name}`;
  return left < right ? -1 : left > right ? 1 : one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
