// SPDX-License-Identifier: MIT
import { oneLine } from './oneLine.ts';
import type { TableRow } from './row.ts';

const columns = ['xep', 'title', 'status', 'type', 'version', 'level', 'codes', 'basis', 'categories', 'recipients', 'retention', 'privacy', 'security', 'reason', 'path'] as const;

/** The relevance table as CSV (RFC 4180: CRLF, doubled quotes), one column per fact. */
export function tableCsv(rows: readonly TableRow[]): string {
  const lines = [columns.join(',')];
  for (const row of rows) {
    lines.push([
      row.name, row.title, row.status, row.type, row.version, row.level, row.codes.join(' '), row.basis, row.categories.join(' '), row.recipients.join(' '),
      row.retention, row.privacy, row.security, row.reason, row.path,
    ].map(csvCell).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A cell on one line, in quotes where needed. A text that a spreadsheet would read as a formula, in full-width characters too, gets an apostrophe in front. */
export function csvCell(text: string): string {
  const line = oneLine(text);
  const guarded = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line;
  return /[",]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
