// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { Comparison } from '../review/index.ts';
import { diffJson } from './diffJson.ts';
import { documentDiff } from './diffLines.ts';
import { diffMarkdown } from './diffMarkdown.ts';
import { diffText } from './diffText.ts';

/** The formats of a comparison; the first is the one that nobody has to ask for. */
export const diffFormats = ['text', 'markdown', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** What revisions change, in a format. `version` is the program's. Documents that stay the same are left out. */
export function renderDiff(format: DiffFormat, comparisons: readonly Comparison[], dataset: Dataset, version: string): string {
  const documents = comparisons.flatMap((comparison) => documentDiff(comparison, dataset) ?? []);
  switch (format) {
    case 'text': return diffText(documents);
    case 'markdown': return diffMarkdown(documents, version);
    case 'json': return diffJson(comparisons, version, dataset.version);
  }
}
