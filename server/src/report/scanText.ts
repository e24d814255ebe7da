// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { knownReason, type Carrier, type Review } from '../review/index.ts';
import { oneLine } from './oneLine.ts';
import { basisInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/** One review for a reader at a terminal: level, carriers with their first place, state of the considerations, problems. */
export function scanText(review: Review, dataset: Dataset): string {
  const { relevance, considerations } = review;
  const basis = basisInWords(relevance.basis);
  const name = /^\d{4}$/.test(review.number) ? `XEP-${review.number}: ${review.title}` : review.title;
  const lines = [
    `${review.path}  ${name} (${review.status}, version ${review.version})`,
    `  ${levelInWords(relevance.level)}${relevance.codes.length > 0 ? ` (${relevance.codes.join(', ')})` : ''}${basis === '' ? '' : `, ${basis}`}. ${relevance.reason}`,
  ];
  const shown = review.carriers.filter((carrier) => !carrier.baseline && carrier.ignored === null);
  for (const [title, list] of [['Defined here', shown.filter((carrier) => carrier.own)], ['Borrowed', shown.filter((carrier) => !carrier.own)]] as const) {
    if (list.length > 0) {
      lines.push(`  ${title}:`, ...list.map((carrier) => carrierLine(carrier, dataset)));
    }
  }
  lines.push(`  Privacy Considerations: ${considerations.privacy.state}. Security Considerations: ${considerations.security.state}.${considerations.privacy.missing.length > 0 ? ` Not mentioned: ${considerations.privacy.missing.join(', ')}.` : ''}`);
  for (const problem of review.problems) {
    lines.push(`  ${problem.start.line}:${problem.start.column} ${problem.severity} ${problem.message} [${problem.code}]`);
  }
  for (const [words, counts] of [['Ignored by the workspace', (reason: string) => reason !== knownReason], ['Known from the baseline', (reason: string) => reason === knownReason]] as const) {
    const carriers = review.carriers.filter(({ ignored }) => ignored !== null && counts(ignored)).length;
    const problems = review.ignored.filter(({ reason }) => counts(reason)).length;
    if (carriers + problems > 0) {
      lines.push(`  ${words}: ${countOf(carriers, 'carrier')}, ${countOf(problems, 'problem')}.`);
    }
  }
  return `${lines.map(oneLine).join('\n')}\n`;
}

function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function carrierLine(carrier: Carrier, dataset: Dataset): string {
  const first = carrier.occurrences[0];
  const label = dataset.categories.get(carrier.category)?.short ?? carrier.category;
  const seen = recipientsInWords(carrier.recipients);
  const facts = [label, carrier.sensitivity, seen === '' ? '' : `seen by ${seen}`, retentionInWords(carrier.retention) === '' ? '' : `kept: ${retentionInWords(carrier.retention)}`, carrier.basis === 'inferred' ? 'inferred' : ''].filter((fact) => fact !== '');
  const count = carrier.occurrences.length > 1 ? ` (${carrier.occurrences.length}x)` : '';
  return `    ${first ? `${first.start.line}:${first.start.column}` : '-'} ${carrier.id}${count}: ${facts.join('; ')}`;
}
