// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { blank, runsIn, type Block, type Run } from './deploymentBlocks.ts';
import { escapeXml } from './escapeXml.ts';
import { htmlPage } from './htmlPage.ts';
import { oneLine } from './oneLine.ts';
import type { TableRow } from './row.ts';
import { relevanceTableHtml, relevanceTableStyle } from './tableHtml.ts';

const style = `${relevanceTableStyle}
body{max-width:76rem}p,ul{max-width:62rem}tbody th{min-width:9rem}
.trace{color:inherit;text-decoration-style:dotted}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin:1.6rem 0 .3rem}h3{font-size:1rem;margin:1rem 0 .2rem}
ul{margin:.3rem 0;padding-left:1.2rem}li{margin:.25rem 0}p{margin:.3rem 0}
.label{font-style:italic}
mark{background:#ffe58a;color:#000;padding:0 .15em}
sup{font-size:.7em;line-height:0;opacity:.75;margin-left:.15em}
@media print{@page{size:A4;margin:12mm}:root{color-scheme:light}body{font-size:7.6pt;line-height:1.24;margin:0;max-width:none;padding:0}
h1{font-size:13pt;margin:0 0 2pt}h2{font-size:10.5pt;margin:5pt 0 1pt}h3{font-size:8.5pt;margin:3pt 0 1pt}h2,h3{break-after:avoid}p,ul{margin:1pt 0;max-width:none}li{margin:.4pt 0;orphans:2;widows:2}
/* A row is a paragraph: columns would leave most of the paper white. */thead{display:none}table,tbody,tr{display:block}tr{break-inside:avoid;border-bottom:.5pt solid #999;padding:.5pt 0}th,td{display:inline;border:0;padding:0 .6em 0 0}td:empty,td[data-label="Seen by"],td[data-label=Kept]{display:none}td[data-label]::before{content:attr(data-label) ": ";font-style:italic}.level{padding-left:.3em;border-inline-start-width:.3em}code{line-height:0}.grid{columns:2;column-gap:5mm}main>p:last-child{font-size:6.6pt}a{color:inherit;text-decoration:none}mark{background:none;outline:.5pt solid;outline-offset:-.5pt}}`;

/** Blocks of a deployment report as a page of its own: no script, no remote content, fit for paper. `title` is plain text. */
export function deploymentHtml(blocks: readonly Block[], rows: readonly TableRow[], dataset: Dataset, title: string): string {
  // What traces to a row leads there where the row is on the page.
  const rowsHere = new Set(blocks.flatMap(runsIn).flatMap(({ row }) => (row?.isItself === true ? [row.id] : [])));
  const inline = (runs: readonly Run[]): string => runs.map((run) => runHtml(run, rowsHere)).join('');
  return htmlPage(title, style, `<main>\n${blocks.map((block) => (block.kind === 'relevance' ? relevanceTableHtml(rows, dataset) : blockHtml(block, inline))).join('\n')}\n</main>`);
}

function blockHtml(block: Exclude<Block, { readonly kind: 'relevance' }>, inline: (runs: readonly Run[]) => string): string {
  switch (block.kind) {
    case 'heading': return `<h${block.level}>${inline(block.runs)}</h${block.level}>`;
    case 'paragraph': return `<p>${inline(block.runs)}</p>`;
    case 'list': return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
    case 'grid': return `<table class="grid">\n<thead><tr>${block.head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('')}</tr></thead>\n<tbody>\n${block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('\n')}\n</tbody>\n</table>`;
  }
}

function runHtml({ text, from, look, url, row }: Run, rowsHere: ReadonlySet<string>): string {
  const plain = oneLine(text);
  const shown = from === 'datum' ? plain.split(blank).map((part) => (blank.test(part) ? `<mark>${escapeXml(part)}</mark>` : escapeXml(part))).join('') : escapeXml(plain);
  const set = look === 'strong' ? `<strong>${shown}</strong>` : look === 'label' ? `<span class="label">${shown}</span>` : look === 'code' ? `<code>${shown}</code>` : look === 'cite' ? `<sup>${shown}</sup>` : shown;
  if (row && rowsHere.has(row.id)) {
    return row.isItself ? `<span id="row-${escapeXml(row.id)}">${set}</span>` : `<a class="trace" href="#row-${escapeXml(row.id)}">${set}</a>`;
  }
  return url === undefined || !/^https?:/.test(url) ? set : `<a href="${escapeXml(url)}">${set}</a>`;
}
