// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { renderTriage, triageOf } from '../report/index.ts';
import type { Feature } from './context.ts';
import { triageRequest, type TriageParams, type TriageResult } from './protocol.ts';

/** One document on one screen, whether it is open or not. */
export const triage: Feature = ({ connection, reviews }) => {
  connection.onRequest(triageRequest, async ({ uri, format }: TriageParams): Promise<TriageResult> => {
    const reviewed = await reviews.anywhere(uri);
    return reviewed ? { text: renderTriage(format, triageOf(reviewed.document, reviewed.review, reviewed.dataset), version) } : { text: '', error: 'The document is no XEP source.' };
  });
};
