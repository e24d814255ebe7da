// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { Dataset } from '../../server/src/dataset/index.ts';
import { tableRow } from '../../server/src/report/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache } from '../../server/src/xep/index.ts';
import { soundReview } from './invariants.ts';

/** Tries texts one after the other and throws where one of them breaks a rule; each is reviewed with what was kept of those before, too. */
export function textTrier(dataset: Dataset): (text: string) => void {
  const fragments = fragmentCache(200);
  return (text) => {
    const review = soundReview(text, dataset);
    assert.deepEqual(reviewXep('kettle.xml', text, dataset, { fragments }), review, 'what was kept of texts before changes the review');
    assert.deepEqual(tableRow(reviewXep('kettle.xml', text, dataset, { detail: 'summary' }), dataset), tableRow(review, dataset), 'a summary has another row');
  };
}
