// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { escapeXml } from './escapeXml.ts';
import { levels, type TableRow } from './row.ts';
import { basisInWords, categoriesInWords, documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/** The look of the relevance table and of a page around it. */
export const relevanceTableStyle = `:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.5rem 0}
th,td{border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{position:sticky;top:0;background:Canvas}
tbody th{font-weight:600;min-width:14rem}
.level{white-space:nowrap;font-weight:600;border-inline-start:.4rem solid transparent}
.high .level{border-inline-start-color:#c62828}.medium .level{border-inline-start-color:#ef8f00}.low .level{border-inline-start-color:#1976d2}.none .level{border-inline-start-color:#8886}
.codes{font-weight:400}
.basis{display:block;font-weight:400;font-style:italic}
@media screen and (max-width:50rem){thead{position:absolute;clip-path:inset(50%)}tr,th,td{display:block;border:0;padding:.2rem .6rem}tr{border-bottom:1px solid;padding:.6rem 0}td:empty{display:none}td[data-label]::before{content:attr(data-label) ": ";opacity:.8}}`;

/** The relevance table as a piece of a page, under its heading: no script, readable without colours. */
export function tableHtml(rows: readonly TableRow[], dataset: Dataset, version: string): string {
  const totals = [...levels].reverse().map((level) => `${rows.filter((row) => row.level === level).length} ${level}`).join(', ');
  return `<main class="plain">
<h1>GDPR relevance of XEPs</h1>
<p>${rows.length} documents: ${totals}. Made by xep-gdpr ${escapeXml(version)}. Advisory: what a protocol may carry. Not legal advice.</p>
${relevanceTableHtml(rows, dataset, 'One row per document')}
</main>`;
}

/** The table itself, for a page that has more than it. */
export function relevanceTableHtml(rows: readonly TableRow[], dataset: Dataset, caption = ''): string {
  return `<table>
${caption === '' ? '' : `<caption>${escapeXml(caption)}</caption>\n`}<thead><tr><th scope="col">XEP</th><th scope="col">Status</th><th scope="col">Relevance</th><th scope="col">Data</th><th scope="col">Why</th><th scope="col">Seen by</th><th scope="col">Kept</th></tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, dataset)).join('\n')}
</tbody>
</table>`;
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
