// SPDX-License-Identifier: MIT
import type { Comparison } from '../review/index.ts';
import { jsonText } from './jsonText.ts';

/** What revisions change, for programs. Carriers are given by id. */
export function diffJson(comparisons: readonly Comparison[], version: string, dataset: string): string {
  const documents = comparisons.filter(({ kind }) => kind !== 'same').map(({ review, kind, level, codes, carriers, categories, recipients, privacy, security, findings }) => ({
    path: review.path, number: review.number, title: review.title, change: kind, level, codes,
    carriers: {
      added: carriers.added.map(({ id, category }) => ({ id, category })), dropped: carriers.dropped.map(({ id, category }) => ({ id, category })),
      changed: carriers.changed.map(({ carrier: { id, category }, changes }) => ({ id, category, changes })),
    },
    categories, recipients, considerations: { privacy, security }, findings,
  }));
  return `${jsonText({ schemaVersion: 1, tool: { name: 'xep-gdpr', version, dataset }, documents }, 1)}\n`;
}
