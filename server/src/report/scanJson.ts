// SPDX-License-Identifier: MIT
import type { Review } from '../review/index.ts';
import { jsonText } from './jsonText.ts';

/** One review as JSON, with the fields of the published contract first and no internals. */
export function reviewJson(review: Review): string {
  return jsonText(review);
}

/** Reviews, already as JSON, in the published frame. */
export function scanJson(documents: readonly string[], version: string, dataset: string): string {
  const tool = jsonText({ name: 'xep-gdpr', version, dataset });
  return `{"schemaVersion":1,"tool":${tool},"documents":[${documents.map((document) => `\n${document}`).join(',')}${documents.length > 0 ? '\n' : ''}]}\n`;
}
