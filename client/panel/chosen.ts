// SPDX-License-Identifier: MIT
import type { PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import { byNumber, type Column } from './columns.ts';
import { levels, type Level, type PanelView } from './view.ts';

/** A document with the text that a search looks at, made once. */
export interface Searchable {
  readonly document: PanelDocument;
  readonly text: string;
}

/** What a view shows. */
export interface Chosen {
  /** In the order that the view asks for. */
  readonly documents: readonly PanelDocument[];
  /** How many documents of each level pass all other filters. */
  readonly totals: Readonly<Record<Level, number>>;
}

/** Prepares a document for searches: everything that a row says, and the names of what it brings. */
export function searchable(document: PanelDocument, { categories }: PanelHead): Searchable {
  const labels = document.cells.map(({ category }) => categories.find(({ id }) => id === category)).flatMap((one) => (one ? [one.id, one.label, one.short] : []));
  const { name, title, status, type, level, reason, basis, privacy, codes, tags, brings } = document;
  return { document, text: [name, title, status, type, level, reason, basis, privacy, ...codes, ...tags, ...labels, ...brings].join('\n').toLowerCase() };
}

/** Filters and sorts. Documents that a column holds to be alike stay in the order of the relevance table. */
export function chosenDocuments(all: readonly Searchable[], view: PanelView, columns: readonly Column[]): Chosen {
  const words = view.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const passing = all.filter(({ document, text }) => passes(document, view) && words.every((word) => text.includes(word))).map(({ document }) => document);
  const column = columns.find(({ id }) => id === view.sort) ?? columns[0];
  const direction = view.descending ? -1 : 1;
  const documents = passing.filter(({ level }) => view.levels.length === 0 || view.levels.includes(level));
  return {
    documents: documents.sort((one, other) => (column ? direction * column.compare(one, other) : 0) || byNumber(one, other)),
    totals: Object.fromEntries(levels.map((level) => [level, passing.filter((document) => document.level === level).length])) as Record<Level, number>,
  };
}

/** The values that a filter can ask for, among all documents. */
export function valuesOf(all: readonly Searchable[], key: 'status' | 'type'): readonly string[] {
  return [...new Set(all.map(({ document }) => document[key]))].filter((value) => value !== '').sort();
}

/** All filters but those on levels and words. */
function passes({ cells, status, type, privacy, inactive }: PanelDocument, view: PanelView): boolean {
  return (view.category === '' || cells.some(({ category }) => category === view.category))
    && (view.status === '' || status === view.status)
    && (view.type === '' || type === view.type)
    && (view.privacy === '' || privacy === view.privacy)
    && !(view.active && inactive);
}
