// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { window } from 'vscode';
import type { CarrierSummary, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import type { ReviewStore } from '../reviews.ts';
import { categoryWords } from '../tree/words.ts';
import { targetOf, type Target } from './target.ts';

/** The carrier that a command is about, with its document: the one at hand, else one that the user picks. Says so where no document is at hand. */
export async function chosenCarrier(store: ReviewStore, argument: unknown): Promise<{ readonly review: ReviewSummary; readonly carrier: CarrierSummary } | undefined> {
  const target = targetOf(store, argument);
  if (!target) {
    void window.showInformationMessage(t('Open a reviewed XEP, or choose a carrier in the relevance tree.'));
    return undefined;
  }
  const carrier = target.carrier ?? await pickCarrier(target);
  return carrier && { review: target.review, carrier };
}

/** Asks for one of a document's carriers. */
export async function pickCarrier({ review }: Target): Promise<CarrierSummary | undefined> {
  const items = review.carriers.map((carrier) => ({ label: carrier.label, description: categoryWords(carrier.categoryLabel), detail: carrier.id, carrier }));
  return (await window.showQuickPick(items, { title: t('Carriers of {0}', review.title), matchOnDescription: true }))?.carrier;
}
