// SPDX-License-Identifier: MIT
import type { ReviewSummary } from '../../server/src/lsp/protocol.ts';

/** `xep-0191.xml` for `file:///xeps/xep-0191.xml`. */
export function fileName(uri: string): string {
  const [path = ''] = uri.split(/[?#]/, 1);
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}

/** The four digits of a numbered XEP; null for a ProtoXEP. */
export function xepNumber({ number }: Pick<ReviewSummary, 'number'>): string | null {
  return number !== null && /^\d{4}$/.test(number) ? number : null;
}

/** `XEP-0191 Blocking Command`, or the title of a ProtoXEP, or the file's name where there is none. */
export function documentTitle(review: Pick<ReviewSummary, 'number' | 'title' | 'uri'>): string {
  const number = xepNumber(review);
  const title = review.title.trim();
  return number === null ? title || fileName(review.uri) : `XEP-${number} ${title}`.trim();
}

/** The status as readers know it: the XSF publishes drafts as *Stable*. */
export function statusWords({ status }: Pick<ReviewSummary, 'status'>): string {
  return /^draft$/i.test(status.trim()) ? 'Stable' : status;
}

/** Where the XSF publishes the document, for the user's browser; null where that cannot be told. */
export function publishedPage(review: Pick<ReviewSummary, 'number' | 'uri'>): string | null {
  const number = xepNumber(review);
  if (number !== null) {
    return `https://xmpp.org/extensions/xep-${number}.html`;
  }
  return /\/inbox\/[^/]+\.xml$/i.test(review.uri) ? `https://xmpp.org/extensions/inbox/${encodeURIComponent(fileName(review.uri).replace(/\.xml$/i, ''))}.html` : null;
}

/** Whether the beginning of an XML document says that it is a XEP. */
export function looksLikeXep(beginning: string): boolean {
  return /<!DOCTYPE\s{1,20}xep\b|<xep[\s>]/.test(beginning);
}
