// SPDX-License-Identifier: MIT
import type { TableRow } from './row.ts';

/** The relevance table as JSON, with the tool and dataset that made it. */
export function tableJson(rows: readonly TableRow[], version: string, dataset: string): string {
  return `${JSON.stringify({ schemaVersion: 1, tool: { name: 'xep-gdpr', version, dataset }, rows }, null, 1)}\n`;
}
