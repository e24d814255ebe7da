// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { TableRow } from './row.ts';
import { basisInWords, categoriesInWords, documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/** The relevance table as a GitHub-flavoured Markdown table. */
export function tableMarkdown(rows: readonly TableRow[], dataset: Dataset): string {
  const lines = ['| XEP | Status | Relevance | Data | Why | Seen by | Kept |', '| --- | --- | --- | --- | --- | --- | --- |'];
  for (const row of rows) {
    const basis = basisInWords(row.basis);
    const relevance = `${levelInWords(row.level)}${row.codes.length > 0 ? ` (${row.codes.join(', ')})` : ''}${basis === '' ? '' : `, ${basis}`}`;
    const cells = [documentInWords(row), row.status, relevance, categoriesInWords(row.categories, dataset), row.reason, recipientsInWords(row.recipients), retentionInWords(row.retention)];
    lines.push(`| ${cells.map(escapeMarkdown).join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}
