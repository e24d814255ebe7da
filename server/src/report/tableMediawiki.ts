// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { oneLine } from './oneLine.ts';
import type { TableRow } from './row.ts';
import { basisInWords, categoriesInWords, documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/** The relevance table as a sortable MediaWiki table; numbered XEPs link to their page. */
export function tableMediawiki(rows: readonly TableRow[], dataset: Dataset): string {
  const lines = ['{| class="wikitable sortable"', '! XEP !! Status !! Relevance !! Data !! Why !! Seen by !! Kept'];
  for (const row of rows) {
    const title = escapeWiki(documentInWords(row));
    const basis = basisInWords(row.basis);
    const relevance = `${levelInWords(row.level)}${row.codes.length > 0 ? ` (${row.codes.join(', ')})` : ''}${basis === '' ? '' : `, ${basis}`}`;
    lines.push('|-');
    lines.push(`| ${row.number === null ? title : `[https://xmpp.org/extensions/xep-${row.number}.html ${title}]`}`);
    for (const cell of [row.status, relevance, categoriesInWords(row.categories, dataset), row.reason, recipientsInWords(row.recipients), retentionInWords(row.retention)]) {
      lines.push(`| ${escapeWiki(cell)}`);
    }
  }
  lines.push('|}');
  return `${lines.join('\n')}\n`;
}

/** Text that MediaWiki shows as it is: no links, templates, tags, lists, table marks, signatures or magic words. */
export function escapeWiki(text: string): string {
  return oneLine(text).replace(/[&<>[\]{}|'~]|_(?=_)|:(?=\S)|^[*#:;=!+-]/g, (char) => `&#${char.charCodeAt(0)};`);
}
