// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, env, window } from 'vscode';
import { verdictSourceRequest, type VerdictSourceParams, type VerdictSourceResult } from '../../../server/src/lsp/protocol.ts';
import { editorRange } from '../editorRange.ts';
import { chosenCarrier } from './chosenCarrier.ts';
import type { Surroundings } from './surroundings.ts';

/** Opens the section of a XEP that the verdict on a carrier rests on: in the workspace, else its published page. */
export async function openVerdict({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const chosen = await chosenCarrier(store, argument);
  if (!chosen) {
    return;
  }
  const params: VerdictSourceParams = { uri: chosen.review.uri, carrierId: chosen.carrier.id };
  const { location, page, error } = await connection.request<VerdictSourceResult>(verdictSourceRequest, params);
  if (location) {
    await window.showTextDocument(Uri.parse(location.uri), { selection: editorRange(location.range), preview: false });
  } else if (page !== undefined) {
    await env.openExternal(Uri.parse(page));
  } else {
    void window.showInformationMessage(error ?? t('There is no such section.'));
  }
}
