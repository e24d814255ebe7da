// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { TableRow } from './row.ts';
import { tableCsv } from './tableCsv.ts';
import { tableJson } from './tableJson.ts';
import { tableMarkdown } from './tableMarkdown.ts';
import { tableMediawiki } from './tableMediawiki.ts';
import { tableXep } from './tableXep.ts';

/** The formats of the relevance table; the first is the one that nobody has to ask for. */
export const tableFormats = ['markdown', 'xep', 'mediawiki', 'csv', 'html', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The relevance table in a format; the page is `panelHtml`'s business, which needs more than rows. `version` is the program's; `hasEntity` tells which numbers `xep.ent` knows. */
export function renderTable(format: Exclude<TableFormat, 'html'>, rows: readonly TableRow[], dataset: Dataset, version: string, hasEntity: (number: string) => boolean): string {
  switch (format) {
    case 'markdown': return tableMarkdown(rows, dataset);
    case 'xep': return tableXep(rows, dataset, hasEntity);
    case 'mediawiki': return tableMediawiki(rows, dataset);
    case 'csv': return tableCsv(rows);
    case 'json': return tableJson(rows, version, dataset.version);
  }
}
