// SPDX-License-Identifier: MIT
import { Uri, ViewColumn, commands, window, workspace, type Disposable } from 'vscode';
import { explainRequest, type CarrierSummary, type ExplainParams, type ExplainResult, type ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf, type Target } from './target.ts';

/** Scheme of the read-only documents that explain a carrier; the query holds the text. */
const scheme = 'xep-gdpr-explanation';

/** Answers what stands in an explanation. */
export function explanations(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ query }) => query });
}

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
  const uri = Uri.from({ scheme, path: `/${title(target.review, carrier)}.md`, query: markdown });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
  }
}

/** Asks for one of a document's carriers. */
export async function pickCarrier({ review }: Target): Promise<CarrierSummary | undefined> {
  const items = review.carriers.map((carrier) => ({ label: carrier.label, description: carrier.categoryLabel, detail: carrier.id, carrier }));
  return (await window.showQuickPick(items, { title: `Carriers of ${review.title}`, matchOnDescription: true }))?.carrier;
}

function title({ name }: ReviewSummary, { label }: CarrierSummary): string {
  return `${name} ${label}`.replace(/[/\\?#]/g, ' ');
}
