// SPDX-License-Identifier: MIT
import { explainRequest, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/protocol.ts';
import { showBeside } from './beside.ts';
import { chosenCarrier } from './chosenCarrier.ts';
import type { Surroundings } from './surroundings.ts';

/** Explains a carrier beside the editor. */
export async function explainCarrier({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const chosen = await chosenCarrier(store, argument);
  if (chosen) {
    const params: ExplainParams = { uri: chosen.review.uri, carrierId: chosen.carrier.id };
    const { markdown } = await connection.request<ExplainResult>(explainRequest, params);
    await showBeside(`${chosen.review.name} ${chosen.carrier.label}`, markdown);
  }
}
