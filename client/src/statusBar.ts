// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { StatusBarAlignment, window, type Disposable } from 'vscode';
import { commandId } from './names.ts';
import type { ReviewStore } from './reviews.ts';
import { basisWords, considerationsState, considerationsWords, counted, levelWord } from './tree/words.ts';

/** Shows the level of the active document; hidden for documents that were not reviewed. */
export function showLevel(store: ReviewStore): Disposable {
  const item = window.createStatusBarItem('xepGdpr.level', StatusBarAlignment.Right, 100);
  item.name = t('GDPR Relevance');
  item.command = commandId('openTree');
  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const review = uri === undefined ? undefined : store.get(uri);
    if (!review) {
      item.hide();
      return;
    }
    const basis = basisWords(review.basis);
    const level = levelWord(review.level);
    const own = review.carriers.filter((carrier) => carrier.own && !carrier.baseline).length;
    const lines = [`${t('GDPR relevance: {0}', level)}${basis === '' ? '' : ` (${basis})`}`, review.reason, counted.ownCarriers(own), considerationsWords(considerationsState(review))];
    item.text = `$(law) ${t('GDPR: {0}', level)}`;
    item.tooltip = lines.join('\n');
    item.accessibilityInformation = { label: lines.join('. '), role: 'button' };
    item.show();
  };
  show();
  const listeners: Disposable[] = [item, store.onChange(show), window.onDidChangeActiveTextEditor(show)];
  return { dispose: () => { listeners.forEach((listener) => { listener.dispose(); }); } };
}
