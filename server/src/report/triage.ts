// SPDX-License-Identifier: MIT
import type { Dataset, Level } from '../dataset/index.ts';
import { broughtCategories, carrierName, coverXep, mainQuestions, namesInWords, questionsTo, type Considerations, type Review } from '../review/index.ts';
import type { FragmentCache, XepDocument } from '../xep/index.ts';
import { relatedXeps, type RelatedXep } from './related.ts';
import { tableRow } from './row.ts';
import { documentInWords, recipientsInWords, retentionInWords, subjectsInWords } from './words.ts';

/** What a document brings of one category. */
export interface TriageCategory {
  readonly label: string;
  /** Names of the carriers, the most sensitive first, in words. */
  readonly names: string;
  readonly seenBy: string;
  readonly kept: string;
  /** Persons other than the user that it is about, in words; often empty. */
  readonly about: string;
  readonly isInferred: boolean;
}

/** All that somebody needs who has ten minutes for a document. */
export interface Triage {
  readonly path: string;
  readonly name: string;
  /** `Standards Track, ProtoXEP, version 0.0.1`. */
  readonly kind: string;
  readonly level: Level;
  readonly codes: readonly string[];
  readonly reason: string;
  readonly basis: string;
  readonly categories: readonly TriageCategory[];
  /** How many names are borrowed from others, addressing apart. */
  readonly borrowed: number;
  readonly privacy: Considerations;
  readonly security: Considerations;
  /** Labels of the categories of weight that neither section mentions. */
  readonly leftOut: readonly string[];
  readonly questions: readonly { readonly text: string; readonly touched: boolean }[];
  readonly related: readonly RelatedXep[];
  /** What the review could not judge, one sentence each. */
  readonly unjudged: readonly string[];
}

/** Draws up the triage of a document from its own review. Pure; the same for the command line and the editor. */
export function triageOf(document: XepDocument, review: Review, dataset: Dataset, fragments?: FragmentCache): Triage {
  const row = tableRow(review, dataset);
  const { relevance, considerations: { privacy, security } } = review;
  return {
    path: review.path, name: documentInWords(row),
    kind: [review.type, review.status, review.version === '' ? '' : `version ${review.version}`].filter((part) => part !== '').join(', '),
    level: relevance.level, codes: relevance.codes, reason: relevance.reason, basis: relevance.basis,
    categories: broughtCategories(review, dataset).map(({ category, carriers }) => ({
      label: category.label, names: namesInWords(carriers.map(carrierName), 4),
      seenBy: recipientsInWords(row.recipients.filter((one) => carriers.some(({ recipients }) => recipients.includes(one)))),
      kept: [...new Set(carriers.map(({ retention }) => retentionInWords(retention)))].join(' or '),
      about: subjectsInWords([...new Set(carriers.flatMap(({ subject }) => subject))].filter((one) => one !== 'user')),
      isInferred: carriers.every(({ basis }) => basis === 'inferred'),
    })),
    borrowed: review.carriers.filter((carrier) => !carrier.own && !carrier.ordered && !carrier.baseline).length,
    privacy, security,
    leftOut: privacy.missing.map((id) => dataset.categories.get(id)?.label ?? id),
    questions: review.kind === 'humorous' ? [] : mainQuestions(questionsTo(document, review, dataset)).map(({ text, touched }) => ({ text, touched })),
    related: relatedXeps(document, review, dataset),
    unjudged: unjudgedIn(document, review, dataset, fragments),
  };
}

function unjudgedIn(document: XepDocument, review: Review, dataset: Dataset, fragments: FragmentCache | undefined): string[] {
  const notes: string[] = [];
  if (review.relevance.basis === 'stale') {
    notes.push(`The verdict is for version ${dataset.entryOf(review)?.reviewed.version ?? '?'}; the document is at ${review.version}.`);
  }
  const marked = new Set(review.carriers.map(({ id }) => id));
  const { unjudged } = coverXep(review.path, document.text, dataset, { entities: document.entities, ...fragments && { fragments } });
  const inferred = review.carriers.filter(({ basis, baseline }) => basis === 'inferred' && !baseline);
  if (inferred.length > 0) {
    notes.push(`${count(inferred.length, 'name')} judged by name and example only, by no person: ${namesInWords(inferred.map(carrierName), 4)}.`);
  }
  const silent = unjudged.filter(({ id }) => !marked.has(id));
  if (silent.length > 0) {
    notes.push(`${count(silent.length, 'name')} nobody has judged, taken to carry nothing: ${namesInWords(silent.map(carrierName), 4)}.`);
  }
  const broken = review.problems.filter(({ code }) => code === 'source/not-well-formed').length;
  if (broken > 0) {
    notes.push(`${count(broken, 'place')} not well-formed, so that names there may be missed.`);
  }
  if (document.blocks.length === 0 && review.kind === 'protocol') {
    notes.push('The document has no examples and no schema: only its prose was read.');
  }
  return notes;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
