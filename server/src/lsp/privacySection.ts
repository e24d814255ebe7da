// SPDX-License-Identifier: MIT
import { privacySectionEdits } from '../report/index.ts';
import type { Feature } from './context.ts';
import type { Replacement } from './fixes.ts';
import { privacySectionRequest, type PrivacySectionParams, type PrivacySectionResult } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** Puts what the review found into the Privacy Considerations of the open document, as points for the author to answer. */
export const privacySection: Feature = ({ connection, reviews }) => {
  connection.onRequest(privacySectionRequest, async ({ uri }: PrivacySectionParams): Promise<PrivacySectionResult> => {
    const reviewed = await reviews.current(uri);
    if (!reviewed) {
      return { edits: [], error: 'The document is no XEP source.' };
    }
    return { edits: privacySectionChanges(reviewed).map(({ start, end, newText }) => ({ range: reviewed.places.range(start, end), newText })) };
  });
};

export function privacySectionChanges({ document, review, dataset }: Reviewed): readonly Replacement[] {
  return privacySectionEdits(document, review, dataset);
}
