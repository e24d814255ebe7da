// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { codeWords } from './codeInWords.ts';
import type { PanelDocument, PanelRecord } from './panelRecord.ts';

/** What the panel shows around its rows: the same for every document. */
export interface PanelHead {
  /** The program's version. */
  readonly version: string;
  /** Columns of the heat map, in the taxonomy's order. */
  readonly categories: readonly { readonly id: string; readonly short: string; readonly label: string; readonly definition: string }[];
  /** Level codes in words. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Everything that a report carries inside, as the page reads it. */
export interface PanelData {
  readonly head: PanelHead;
  readonly documents: readonly PanelDocument[];
  /** Of each document, in the same order. */
  readonly carriers: readonly PanelRecord['carriers'][];
}

/** The head for a dataset. */
export function panelHead(dataset: Dataset, version: string): PanelHead {
  return {
    version,
    categories: [...dataset.categories.values()].map(({ id, short, label, definition }) => ({ id, short, label, definition })),
    codes: codeWords,
  };
}
