// SPDX-License-Identifier: MIT
import { reasonFor, type Facts } from './facts.ts';
import type { OperatorData, Sentence } from './operatorData.ts';

/** A text out of the operator data: what stands in a report is this and the facts of deployment and dataset, nothing else. */
export interface Told {
  /** With its placeholders filled; blanks such as `[how many days]` stay. */
  readonly text: string;
  /** Where it stands, such as `operator/steps.json#/steps/1/checks/0/text/2`. */
  readonly datum: string;
  /** Ids of the sources it rests on; none for headings and labels. */
  readonly sources: readonly string[];
}

/** How the facts are said in words; the same words as in the relevance table. */
export interface Wording {
  readonly xeps: (keys: readonly string[]) => string;
  readonly subjects: (ids: readonly string[]) => string;
  readonly recipients: (ids: readonly string[]) => string;
  readonly retention: (id: string) => string;
}

/** What placeholders stand for. */
export interface Filling {
  readonly xeps: readonly string[];
  readonly subjects: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: string;
}

export const nothingToFill: Filling = { xeps: [], subjects: [], recipients: [], retention: '' };

/** The address of a datum: the file is named like the member. */
export function datumAt(member: keyof OperatorData, ...path: readonly (string | number)[]): string {
  return `operator/${member}.json#/${[member, ...path].map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

/** A heading or label. */
export function label(text: string, datum: string, sources: readonly string[] = []): Told {
  return { text, datum, sources };
}

/** Those of some sentences that hold, filled. `datum` is where the list stands. */
export function tell(sentences: readonly Sentence[], datum: string, filling: Filling, facts: Facts, wording: Wording): Told[] {
  return sentences.flatMap((sentence, index) => (reasonFor(sentence.when, facts) ? [tellOne(sentence, `${datum}/${index}`, filling, wording)] : []));
}

/** One sentence, filled, whether or not it holds. */
export function tellOne({ text, sources }: Sentence, datum: string, filling: Filling, wording: Wording): Told {
  return { text: fill(text, filling, wording), datum, sources };
}

/** The sources of some texts, each once. */
export function sourcesOf(texts: readonly Told[]): string[] {
  return [...new Set(texts.flatMap(({ sources }) => sources))];
}

function fill(text: string, { xeps, subjects, recipients, retention }: Filling, wording: Wording): string {
  const words: Readonly<Record<string, string>> = { xeps: wording.xeps(xeps), subjects: wording.subjects(subjects), recipients: wording.recipients(recipients), retention: wording.retention(retention) };
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => words[name] ?? placeholder);
}
