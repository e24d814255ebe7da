// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Selection, TextEditorRevealType, Uri, window } from 'vscode';
import { nextStop } from '../carriersInOrder.ts';
import { editorRange } from '../editorRange.ts';
import { showsAddressing } from '../settings.ts';
import { categoryWords } from '../tree/words.ts';
import { uriAtHand } from './atHand.ts';
import type { Surroundings } from './surroundings.ts';

/** Moves the cursor to the next or previous carrier of the active document and says which it is. */
export async function step({ store }: Surroundings, direction: 'next' | 'previous'): Promise<void> {
  const uri = uriAtHand(store);
  const editor = window.activeTextEditor ?? (uri === undefined ? undefined : await window.showTextDocument(Uri.parse(uri)));
  const review = editor && store.get(editor.document.uri.toString());
  const stop = review && nextStop(review, editor.selection.start, direction, showsAddressing(editor.document.uri));
  if (!stop) {
    window.setStatusBarMessage(review ? t('No carrier of personal data in this document.') : t('The active document is no XEP that was reviewed.'), 4000);
    return;
  }
  const range = editorRange(stop.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(`$(law) ${t('{0} of {1}: {2}, {3}', stop.ordinal, stop.total, stop.carrier.label, categoryWords(stop.carrier.categoryLabel))}`, 6000);
}
