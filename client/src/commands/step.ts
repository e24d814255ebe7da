// SPDX-License-Identifier: MIT
import { Selection, TextEditorRevealType, window } from 'vscode';
import { nextStop } from '../carriersInOrder.ts';
import { editorRange } from '../editorRange.ts';
import { inLabel } from '../plainText.ts';
import { showsAddressing } from '../settings.ts';
import type { Surroundings } from './surroundings.ts';

/** Moves the cursor to the next or previous carrier of the active document and says which it is. */
export function step({ store }: Surroundings, direction: 'next' | 'previous'): void {
  const editor = window.activeTextEditor;
  const review = editor && store.get(editor.document.uri.toString());
  const stop = review && nextStop(review, editor.selection.start, direction, showsAddressing(editor.document.uri));
  if (!stop) {
    window.setStatusBarMessage(review ? 'No carrier of personal data in this document.' : 'The active document is no XEP that was reviewed.', 4000);
    return;
  }
  const range = editorRange(stop.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(`$(law) ${stop.ordinal} of ${stop.total}: ${inLabel(stop.carrier.label)}, ${stop.carrier.categoryLabel}`, 6000);
}
