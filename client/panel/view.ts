// SPDX-License-Identifier: MIT
import type { PanelDocument } from '../../server/src/report/index.ts';

export type Level = PanelDocument['level'];

/** From the level that matters most to the one that matters least. */
export const levels: readonly Level[] = ['high', 'medium', 'low', 'none'];

/** How the reader wants to see the panel: kept while it is hidden, over a reload of the window, and in a report's address. */
export interface PanelView {
  /** Words that must all occur. */
  readonly text: string;
  /** None for all. */
  readonly levels: readonly Level[];
  /** The next four are empty for any. */
  readonly category: string;
  readonly status: string;
  readonly type: string;
  readonly privacy: string;
  /** Whether humorous, retracted, rejected and obsolete documents are left out. */
  readonly active: boolean;
  /** Id of a column. */
  readonly sort: string;
  readonly descending: boolean;
  /** Id of the document whose details are open. */
  readonly open: string | null;
}

export const initialView: PanelView = { text: '', levels: [], category: '', status: '', type: '', privacy: '', active: false, sort: 'document', descending: false, open: null };

/** Reads a view that was kept, by whatever version: what is missing or not of its kind is as at the beginning. */
export function readView(kept: unknown): PanelView {
  const parts = typeof kept === 'object' && kept !== null ? kept as Readonly<Record<string, unknown>> : {};
  const text = (key: 'text' | 'category' | 'status' | 'type' | 'privacy' | 'sort'): string => (typeof parts[key] === 'string' ? parts[key] : initialView[key]);
  const chosen = Array.isArray(parts['levels']) ? parts['levels'] as readonly unknown[] : [];
  return {
    text: text('text'), category: text('category'), status: text('status'), type: text('type'), privacy: text('privacy'), sort: text('sort'),
    levels: levels.filter((level) => chosen.includes(level)),
    active: parts['active'] === true, descending: parts['descending'] === true,
    open: typeof parts['open'] === 'string' ? parts['open'] : null,
  };
}

/** A view as the end of an address, without what is as at the beginning; empty where all is. */
export function viewToHash(view: PanelView): string {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) {
    if (String(value) !== String(initialView[key as keyof PanelView])) {
      words.set(key, String(value));
    }
  }
  return words.toString();
}

/** The view that an address asks for. */
export function hashToView(hash: string): PanelView {
  const words = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));
  return readView({ ...words, levels: (words['levels'] ?? '').split(','), active: words['active'] === 'true', descending: words['descending'] === 'true' });
}

/** Whether anything is filtered. */
export function isFiltered(view: PanelView): boolean {
  return view.text.trim() !== '' || view.levels.length > 0 || view.category !== '' || view.status !== '' || view.type !== '' || view.privacy !== '' || view.active;
}

/** The same view without filters; order and open row stay. */
export function unfiltered({ sort, descending, open }: PanelView): PanelView {
  return { ...initialView, sort, descending, open };
}
