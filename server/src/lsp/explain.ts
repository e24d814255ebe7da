// SPDX-License-Identifier: MIT
import { carrierText } from './carrierText.ts';
import type { Feature } from './context.ts';
import { markdown } from './markup.ts';
import { explainRequest, type ExplainParams, type ExplainResult } from './protocol.ts';

/** One carrier explained, whether its document is open or not. */
export const explain: Feature = ({ connection, reviews }) => {
  connection.onRequest(explainRequest, async ({ uri, carrierId }: ExplainParams): Promise<ExplainResult> => {
    const reviewed = await reviews.anywhere(uri);
    const carrier = reviewed?.review.carriers.find(({ id }) => id === carrierId);
    return { markdown: reviewed && carrier ? carrierText(carrier, reviewed.review, reviewed.dataset, markdown).value : '' };
  });
};
