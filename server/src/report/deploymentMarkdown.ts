// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { blank, type Block, type Run } from './deploymentBlocks.ts';
import type { TableRow } from './row.ts';
import { escapeMarkdown, tableMarkdown } from './tableMarkdown.ts';
import { wrap } from './wrap.ts';

/** Units per line, as they fit on a printed page. */
const width = 100;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Blocks of a deployment report as Markdown, folded for a reader without a renderer. */
export function deploymentMarkdown(blocks: readonly Block[], rows: readonly TableRow[], dataset: Dataset): string {
  return `${blocks.map((block) => blockMarkdown(block, rows, dataset)).join('\n\n')}\n`;
}

function blockMarkdown(block: Block, rows: readonly TableRow[], dataset: Dataset): string {
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.level)} ${inline(block.runs)}`;
    case 'paragraph': return wrap(inline(block.runs), width).join('\n');
    case 'list': return block.items.map((item) => wrap(`- ${inline(item)}`, width, '  ').join('\n')).join('\n');
    case 'grid': return [block.head, block.head.map(() => undefined), ...block.rows].map((cells) => `| ${cells.map((runs) => (runs ? inline(runs) : '---')).join(' | ')} |`).join('\n');
    case 'relevance': return tableMarkdown(rows, dataset).trimEnd();
  }
}

function inline(runs: readonly Run[]): string {
  return runs.map(runMarkdown).join('');
}

function runMarkdown({ text, from, look, url }: Run): string {
  if (look === 'cite') {
    return ` ${text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '')}`.replaceAll(' ', '\u00a0');
  }
  const shown = from === 'datum' && look !== 'strong' ? text.split(blank).map((part) => (blank.test(part) ? `**${escapeMarkdown(part)}**` : escapeMarkdown(part))).join('') : from === 'mark' ? text : escapeMarkdown(text);
  const set = look === 'strong' ? `**${shown}**` : look === 'label' ? `*${shown}*` : look === 'code' ? codeMarkdown(text) : shown;
  return url === undefined ? set : `[${set}](${url.replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, encodeURIComponent).replace(/[()]/g, escape)})`;
}

/** A name as code; one that holds a backtick is shown as plain text. */
function codeMarkdown(text: string): string {
  const shown = text.replace(/[\s|]+/g, ' ');
  return shown.includes('`') ? escapeMarkdown(text) : `\`${shown}\``;
}
