// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { triageRequest, type TriageParams, type TriageResult } from '../../../server/src/lsp/protocol.ts';
import { showBeside } from './beside.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf } from './target.ts';

/** Shows a document's triage page beside its source. */
export async function triage({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const review = targetOf(store, argument)?.review;
  if (!review) {
    void window.showInformationMessage(t('Open a reviewed XEP, or choose a document in the relevance tree.'));
    return;
  }
  const params: TriageParams = { uri: review.uri, format: 'markdown' };
  const { text, error } = await connection.request<TriageResult>(triageRequest, params);
  if (error === undefined) {
    await showBeside(t('Triage of {0}', review.name), text);
  } else {
    void window.showWarningMessage(`XEP GDPR: ${error}`);
  }
}
