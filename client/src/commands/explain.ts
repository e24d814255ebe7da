// SPDX-License-Identifier: MIT
import { window } from 'vscode';
import { explainRequest, type CarrierSummary, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/protocol.ts';
import { showBeside } from './beside.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf, type Target } from './target.ts';

/** Explains a carrier beside the editor, as a Markdown preview where the editor has one. */
export async function explainCarrier({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const target = targetOf(store, argument);
  const carrier = target && (target.carrier ?? await pickCarrier(target));
  if (!target || !carrier) {
    if (!target) {
      void window.showInformationMessage('Open a reviewed XEP, or choose a carrier in the relevance tree.');
    }
    return;
  }
  const params: ExplainParams = { uri: target.review.uri, carrierId: carrier.id };
  const { markdown } = await connection.request<ExplainResult>(explainRequest, params);
  await showBeside(`${target.review.name} ${carrier.label}`, markdown);
}

/** Asks for one of a document's carriers. */
export async function pickCarrier({ review }: Target): Promise<CarrierSummary | undefined> {
  const items = review.carriers.map((carrier) => ({ label: carrier.label, description: carrier.categoryLabel, detail: carrier.id, carrier }));
  return (await window.showQuickPick(items, { title: `Carriers of ${review.title}`, matchOnDescription: true }))?.carrier;
}
