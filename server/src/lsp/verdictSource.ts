// SPDX-License-Identifier: MIT
import { entryKey } from '../dataset/index.ts';
import type { Feature, ServerContext } from './context.ts';
import { sourceOf } from './links.ts';
import { verdictSourceRequest, type VerdictSourceParams, type VerdictSourceResult } from './protocol.ts';
import type { Reviewed } from './reviews.ts';
import { xepUrl } from './xepReferences.ts';

/** Where a reader can check a verdict: the section of the XEP or ProtoXEP that it rests on. */
export const verdictSource: Feature = (context) => {
  context.connection.onRequest(verdictSourceRequest, async ({ uri, carrierId }: VerdictSourceParams): Promise<VerdictSourceResult> => {
    const reviewed = await context.reviews.anywhere(uri);
    const carrier = reviewed?.review.carriers.find(({ id }) => id === carrierId);
    if (!reviewed || !carrier) {
      return { error: 'The carrier is not in the document any more.' };
    }
    const { entry, source } = carrier.verdict;
    if (entry === null || carrier.basis === 'inferred') {
      return { error: 'No person has judged this carrier: its name and examples suggest it.' };
    }
    if (entry === 'core') {
      return { error: `The verdict rests on ${source === '' ? 'RFC 6120 and 6121' : source}.` };
    }
    const own = reviewed.dataset.entryOf(reviewed.review);
    return own && entryKey(own) === entry ? sectionIn(reviewed, source) : elsewhere(context, reviewed.uri, entry, source);
  });
};

async function elsewhere(context: ServerContext, from: string, key: string, topic: string): Promise<VerdictSourceResult> {
  const uri = await sourceOf(context, key, from);
  const reviewed = uri === undefined ? undefined : await context.reviews.anywhere(uri);
  return reviewed ? sectionIn(reviewed, topic) : { page: xepUrl(key) };
}

/** The start tag of the section with this topic; the beginning of the document where a newer version has it no more. */
function sectionIn({ uri, document, places }: Reviewed, topic: string): VerdictSourceResult {
  const section = document.sections.find((one) => one.topic === topic);
  return { location: { uri, range: section ? places.range(section.element.start, section.element.openEnd) : places.range(0, 0) } };
}
