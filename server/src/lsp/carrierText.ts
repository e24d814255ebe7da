// SPDX-License-Identifier: MIT
import type { MarkupContent } from 'vscode-languageserver';
import { entryKey, entryName, type Dataset } from '../dataset/index.ts';
import { recipientsInWords, retentionInWords } from '../report/index.ts';
import type { Carrier, Review } from '../review/index.ts';
import type { Markup } from './markup.ts';
import { xepUrl } from './xepReferences.ts';

const subjects: Readonly<Record<string, string>> = { user: 'the user', contact: 'a contact', occupant: 'a room occupant', 'third-party': 'somebody else', operator: 'an operator' };

/** A carrier for readers: what it is, why it matters, who sees it and for how long, what helps, where the verdict comes from. Seven lines at most. */
export function carrierText(carrier: Carrier, review: Review, dataset: Dataset, markup: Markup): MarkupContent {
  const articles = dataset.categories.get(carrier.category)?.articles ?? [];
  const facts = [
    carrier.subject.length > 1 ? `About: ${carrier.subject.map((one) => subjects[one] ?? one).join(', ')}` : '',
    carrier.recipients.length > 0 ? `Seen by: ${recipientsInWords(carrier.recipients)}` : '',
    keptInWords(carrier.retention),
  ];
  return markup.lines([
    headline(carrier, dataset, markup),
    carrier.basis === 'inferred' ? '' : markup.text(carrier.note),
    facts.filter((fact) => fact !== '').map(markup.text).join('. '),
    carrier.mitigations.length === 0 ? '' : `What helps: ${carrier.mitigations.map((number) => markup.link(`XEP-${number}`, xepUrl(number))).join(', ')}`,
    articles.length === 0 ? '' : `GDPR: ${articles.map((article) => markup.link(`Art. ${article}`, `https://gdpr-info.eu/art-${Number.parseInt(article, 10)}-gdpr/`)).join(', ')}`,
    markup.text(origin(carrier, review, dataset)),
    carrier.ignored === null ? '' : markup.text(`ignored in this workspace: ${carrier.ignored}`),
  ]);
}

function keptInWords(retention: string): string {
  const words = retentionInWords(retention);
  return retention === 'transient' ? 'Not kept' : retention === 'unspecified' ? 'How long it is kept is not stated' : words === '' ? '' : `Kept: ${words}`;
}

/** `**JID** of a contact: social graph, medium`. */
function headline(carrier: Carrier, dataset: Dataset, markup: Markup): string {
  const name = carrier.field?.var ?? carrier.attribute ?? carrier.element;
  // An attribute that is an address too is best called one; an element that holds addresses among other things is not.
  const isAddress = carrier.category !== 'jid' && carrier.also.includes('jid') && (carrier.attribute !== null || /jid/i.test(name));
  const what = isAddress ? 'JID' : name;
  const category = dataset.categories.get(carrier.category)?.short ?? carrier.category;
  const subject = carrier.subject[0];
  return `${markup.bold(what)}${subject === undefined ? '' : ` of ${markup.text(subjects[subject] ?? subject)}`}: ${markup.text(category)}, ${carrier.sensitivity}`;
}

function origin(carrier: Carrier, review: Review, dataset: Dataset): string {
  const { entry, source } = carrier.verdict;
  if (entry === null || carrier.basis === 'inferred') {
    return `inferred because ${carrier.note.replace(/^May be personal data: |\.$/g, '')}`;
  }
  const section = source === '' ? '' : `, section "${source}"`;
  if (entry === 'core') {
    return `curated from RFC 6120 and 6121${section === '' ? '' : ` (${source})`}`;
  }
  const version = dataset.entries.get(entry)?.reviewed.version ?? '';
  const own = dataset.entryOf(review);
  const isOwn = own !== undefined && entryKey(own) === entry;
  const newer = isOwn && review.relevance.basis === 'stale' ? `; this is version ${review.version}` : '';
  return `curated for version ${version}${isOwn ? '' : ` of ${entryName(entry)}`}${section}${newer}`;
}

/** What is known of a XEP: title, status where its source was reviewed, level with codes, reason. */
export function xepText(number: string, status: string, dataset: Dataset, markup: Markup): MarkupContent {
  const entry = dataset.entries.get(number);
  if (!entry) {
    return markup.lines([markup.link(`XEP-${number}`, xepUrl(number)), 'The dataset has no entry for it.']);
  }
  const { level, codes, reason } = entry.relevance;
  return markup.lines([
    `${markup.bold(`XEP-${number}: ${entry.title}`)}${status === '' ? '' : `, ${markup.text(/^draft$/i.test(status) ? 'Stable' : status)}`}: ${level}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`,
    markup.text(reason),
    `${markup.link(`XEP-${number}`, xepUrl(number))}, curated for version ${markup.text(entry.reviewed.version)}`,
  ]);
}
