// SPDX-License-Identifier: MIT
import { jsonText } from './jsonText.ts';
import type { TableRow } from './row.ts';

/** The relevance table as JSON, with the tool and dataset that made it. */
export function tableJson(rows: readonly TableRow[], version: string, dataset: string): string {
  return `${jsonText({ schemaVersion: 1, tool: { name: 'xep-gdpr', version, dataset }, rows }, 1)}\n`;
}
