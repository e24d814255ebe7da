// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, env, window } from 'vscode';
import type { ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { documentTitle, publishedPage } from '../xepDocument.ts';
import { levelWord } from '../tree/words.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf } from './target.ts';

/** Opens the source of a document: the node's, else one that the user picks. */
export async function openSource({ store, view }: Surroundings, argument: unknown): Promise<void> {
  const review = argument === undefined ? await pickDocument(view.tree.shown().documents.map((shown) => shown.review)) : targetOf(store, argument)?.review;
  if (review) {
    await window.showTextDocument(Uri.parse(review.uri), { preview: false });
  }
}

/** Opens the page that the XSF publishes, in the user's browser. */
export async function openPage({ store }: Surroundings, argument: unknown): Promise<void> {
  const review = targetOf(store, argument)?.review;
  const page = review && publishedPage(review);
  if (page) {
    await env.openExternal(Uri.parse(page));
  } else {
    void window.showInformationMessage(review ? t('{0} has no page of its own yet.', documentTitle(review)) : t('Open or choose a reviewed XEP first.'));
  }
}

async function pickDocument(reviews: readonly ReviewSummary[]): Promise<ReviewSummary | undefined> {
  const items = reviews.map((review) => ({ label: documentTitle(review), description: levelWord(review.level), review }));
  return (await window.showQuickPick(items, { title: t('Open XEP source'), matchOnDescription: true }))?.review;
}
