// SPDX-License-Identifier: MIT
import { reasonFor, type Facts } from './facts.ts';
import type { StatementPart } from './operatorData.ts';
import { datumAt, label, sourcesOf, tell, type Filling, type Told, type Wording } from './told.ts';

/** A part of the privacy statement, with its blanks. */
export interface PartAdvice {
  readonly id: string;
  readonly title: Told;
  /** Id of the row of the record that its sentences trace to; null for what is not about one kind of data. */
  readonly row: string | null;
  readonly sentences: readonly Told[];
}

/** The parts of the privacy statement that the deployment needs. One that is about a kind of data is there when the kind has a row. */
export function statementParts(facts: Facts, parts: readonly StatementPart[], rows: ReadonlyMap<string, Filling>, everything: Filling, wording: Wording): PartAdvice[] {
  return parts.flatMap((part, index): PartAdvice[] => {
    const filling = part.kind === undefined ? everything : rows.get(part.kind);
    const sentences = filling && reasonFor(part.when, facts) ? tell(part.sentences, datumAt('statement', index, 'sentences'), filling, facts, wording) : [];
    return sentences.length === 0 ? [] : [{ id: part.id, title: label(part.title, datumAt('statement', index, 'title'), sourcesOf(sentences)), row: part.kind ?? null, sentences }];
  });
}
