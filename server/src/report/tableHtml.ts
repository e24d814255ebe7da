// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { escapeXml } from './escapeXml.ts';
import { levels, type TableRow } from './row.ts';
import { basisInWords, categoriesInWords, documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/** The relevance table as a piece of a page: no script, readable without colours. */
export function tableHtml(rows: readonly TableRow[], dataset: Dataset, version: string): string {
  const totals = [...levels].reverse().map((level) => `${rows.filter((row) => row.level === level).length} ${level}`).join(', ');
  return `<main class="plain">
<h1>GDPR relevance of XEPs</h1>
<p>${rows.length} documents: ${totals}. Made by xep-gdpr ${escapeXml(version)}. Advisory: what a protocol may carry. Not legal advice.</p>
<table>
<caption>One row per document</caption>
<thead><tr><th scope="col">XEP</th><th scope="col">Status</th><th scope="col">Relevance</th><th scope="col">Data</th><th scope="col">Why</th><th scope="col">Seen by</th><th scope="col">Kept</th></tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, dataset)).join('\n')}
</tbody>
</table>
</main>`;
}

function rowHtml(row: TableRow, dataset: Dataset): string {
  const name = escapeXml(documentInWords(row));
  const link = row.number === null ? name : `<a href="https://xmpp.org/extensions/xep-${row.number}.html">${name}</a>`;
  const basis = basisInWords(row.basis);
  const codes = row.codes.length > 0 ? ` <span class="codes">${escapeXml(row.codes.join(', '))}</span>` : '';
  const status = `<td>${escapeXml(row.status)}</td>`;
  const level = `<td class="level">${levelInWords(row.level)}${codes}${basis === '' ? '' : `<span class="basis">${escapeXml(basis)}</span>`}</td>`;
  // A narrow window has no column headings: the label stands before the cell there.
  const facts = [['Data', categoriesInWords(row.categories, dataset)], ['Why', row.reason], ['Seen by', recipientsInWords(row.recipients)], ['Kept', retentionInWords(row.retention)]] as const;
  return `<tr class="${row.level}"><th scope="row">${link}</th>${status}${level}${facts.map(([label, fact]) => `<td data-label="${label}">${escapeXml(fact)}</td>`).join('')}</tr>`;
}
