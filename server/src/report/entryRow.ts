// SPDX-License-Identifier: MIT
import { longestStay, nearestFirst, type Dataset, type Entry } from '../dataset/index.ts';
import { carriersOf } from '../deployment/index.ts';
import type { TableRow } from './row.ts';

/** Draws the row of a XEP from its entry, where there is no source to be reviewed. `key` is the entry's key. */
export function entryRow(entry: Entry, key: string, dataset: Dataset): TableRow {
  const carriers = carriersOf(entry, key, dataset);
  const categories = new Set(carriers.map(({ category }) => category));
  const { level, codes, reason, tags = [] } = entry.relevance;
  return {
    number: entry.xep ?? null, name: entry.xep === undefined ? entry.protoxep ?? key : `XEP-${entry.xep}`, path: '', title: entry.title, status: entry.status ?? '', type: '', version: entry.reviewed.version,
    level, codes, reason, basis: 'curated', tags,
    categories: [...dataset.categories.keys()].filter((id) => categories.has(id)),
    recipients: nearestFirst(carriers.flatMap(({ recipients }) => recipients)),
    retention: longestStay(carriers.map(({ retention }) => retention)),
    privacy: '', security: '',
  };
}
