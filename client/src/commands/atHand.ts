// SPDX-License-Identifier: MIT
import { TabInputText, window } from 'vscode';
import { documentAtHand } from '../documentAtHand.ts';
import type { ReviewStore } from '../reviews.ts';

/** URI of the document that a command without an argument is about. */
export function uriAtHand(store: ReviewStore): string | undefined {
  return documentAtHand({
    active: window.activeTextEditor?.document.uri.toString(),
    visible: window.visibleTextEditors.map(({ document }) => document.uri.toString()),
    tabs: window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(({ input }) => (input instanceof TabInputText ? [input.uri.toString()] : [])),
  }, (uri) => store.get(uri) !== undefined);
}
