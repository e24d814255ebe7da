// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { renderDiff } from '../report/index.ts';
import { compareReviews } from '../review/index.ts';
import type { Feature } from './context.ts';
import { compareRequest, type CompareParams, type CompareResult } from './protocol.ts';

/** What a document says more or less of personal data than an older text of it, which the client has. */
export const compare: Feature = ({ connection, reviews }) => {
  connection.onRequest(compareRequest, async ({ uri, oldText }: CompareParams): Promise<CompareResult> => {
    const now = await reviews.anywhere(uri);
    if (!now) {
      return { markdown: '', error: 'The document is no XEP source.' };
    }
    const before = oldText === null ? undefined : await reviews.ofText(uri, oldText);
    const comparison = compareReviews(before?.review ?? null, now.review);
    return { markdown: comparison && comparison.kind !== 'same' ? renderDiff('markdown', [comparison], now.dataset, version) : '' };
  });
};
