// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { escapeXml } from './escapeXml.ts';
import { oneLine } from './oneLine.ts';
import type { TableRow } from './row.ts';
import { categoriesInWords, documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/**
 * The rows of the relevance table in XEP markup, each on one line, two columns as in "Best practices for GDPR compliant deployment of XMPP".
 * `hasEntity` tells which numbers `xep.ent` knows; other documents are named in words.
 */
export function tableXepRows(rows: readonly TableRow[], dataset: Dataset, hasEntity: (number: string) => boolean): string[] {
  return rows.map((row) => {
    const name = row.number !== null && hasEntity(row.number) ? `&xep${row.number};` : escapeXml(documentInWords(row));
    return oneLine(`<tr><td>${name}</td><td>${relevanceCell(row, dataset)}</td></tr>`);
  });
}

/** The whole table in XEP markup. */
export function tableXep(rows: readonly TableRow[], dataset: Dataset, hasEntity: (number: string) => boolean): string {
  return `<table caption='GDPR relevance of XEPs'>\n  <tr><th>XEP</th><th>Relevance</th></tr>\n${tableXepRows(rows, dataset, hasEntity).map((row) => `  ${row}\n`).join('')}</table>\n`;
}

function relevanceCell(row: TableRow, dataset: Dataset): string {
  const parts = [`<strong>${levelInWords(row.level)}</strong>${row.codes.length > 0 ? ` (${escapeXml(row.codes.join(', '))})` : ''}. ${escapeXml(sentence(row.reason))}`];
  if (row.categories.length > 0) {
    parts.push(`Data: ${escapeXml(categoriesInWords(row.categories, dataset))}.`);
  }
  if (row.recipients.length > 0) {
    parts.push(`Seen by: ${escapeXml(recipientsInWords(row.recipients))}.`);
  }
  if (row.retention !== '') {
    parts.push(`Kept: ${escapeXml(retentionInWords(row.retention))}.`);
  }
  return parts.join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
