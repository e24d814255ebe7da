// SPDX-License-Identifier: MIT
import type { Hover } from 'vscode-languageserver';
import { carrierText, xepText } from './carrierText.ts';
import { answer, type Feature, type ServerContext } from './context.ts';
import { carriersAt, rangeOfPlace } from './cursor.ts';
import { markdown, plainText, type Markup } from './markup.ts';
import { proseMentionAt } from './proseMention.ts';
import type { Reviewed } from './reviews.ts';
import { xepReferenceAt } from './xepReferences.ts';

/** What carries personal data says so, where it stands and where prose names it; a reference to a XEP says what that XEP is. */
export const hover: Feature = (context) => {
  const markup = context.client.markdown ? markdown : plainText;
  context.connection.onHover(({ textDocument, position }) => answer(context, textDocument.uri, (reviewed) => hoverAt(context, reviewed, reviewed.places.offset(position), markup)));
};

function hoverAt({ store }: ServerContext, reviewed: Reviewed, offset: number, markup: Markup): Hover | null {
  const [closest] = carriersAt(reviewed, offset);
  if (closest) {
    return { contents: carrierText(closest.carrier, reviewed.review, reviewed.dataset, markup), range: rangeOfPlace(reviewed, closest.occurrence) };
  }
  const mention = proseMentionAt(reviewed, offset);
  if (mention) {
    return { contents: carrierText(mention.carrier, reviewed.review, reviewed.dataset, markup), range: reviewed.places.rangeOf(mention.span) };
  }
  const reference = xepReferenceAt(reviewed, offset);
  if (reference?.kind !== 'xep') {
    return null;
  }
  // The dataset does not know how far a document has come; its own source does.
  const summary = [...store.all()].find(({ summary: { number } }) => number === reference.number)?.summary;
  return { contents: xepText(reference.number, summary?.status ?? '', reviewed.dataset, markup), range: reviewed.places.rangeOf(reference) };
}
