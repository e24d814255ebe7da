// SPDX-License-Identifier: MIT
import { Uri, env, window } from 'vscode';
import { verdictSourceRequest, type VerdictSourceParams, type VerdictSourceResult } from '../../../server/src/lsp/protocol.ts';
import { editorRange } from '../editorRange.ts';
import { pickCarrier } from './explain.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf } from './target.ts';

/** Opens the section of a XEP that the verdict on a carrier rests on: in the workspace, else its published page. */
export async function openVerdict({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const target = targetOf(store, argument);
  const carrier = target && (target.carrier ?? await pickCarrier(target));
  if (!target || !carrier) {
    if (!target) {
      void window.showInformationMessage('Open a reviewed XEP, or choose a carrier in the relevance tree.');
    }
    return;
  }
  const params: VerdictSourceParams = { uri: target.review.uri, carrierId: carrier.id };
  const { location, page, error } = await connection.request<VerdictSourceResult>(verdictSourceRequest, params);
  if (location) {
    await window.showTextDocument(Uri.parse(location.uri), { selection: editorRange(location.range), preview: false });
  } else if (page !== undefined) {
    await env.openExternal(Uri.parse(page));
  } else {
    void window.showInformationMessage(error ?? 'There is no such section.');
  }
}
