// SPDX-License-Identifier: MIT
import type { Considerations } from '../review/index.ts';
import type { RelatedXep } from './related.ts';
import type { ShownTriage } from './screen.ts';
import type { Triage, TriageCategory } from './triage.ts';
import { basisInWords, levelInWords } from './words.ts';

const grades = ['says nothing', 'a denial or pointer', 'names a risk', 'names a risk and a control', 'names risk, control and retention or default'];

/** `Medium (M1, M2), inferred`. */
export function verdictInWords({ level, codes, basis }: Triage): string {
  const how = basisInWords(basis);
  return `${levelInWords(level)}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}${how === '' ? '' : `, ${how}`}`;
}

/** `present, grade 3 of 4: names a risk and a control`. */
export function stateInWords({ state, grade }: Considerations): string {
  return state === 'present' ? `present, grade ${grade} of 4 (${grades[grade] ?? ''})` : state;
}

/** Who sees a category and how long it stays, as far as somebody has judged it. */
export function processingInWords({ seenBy, kept, about, isInferred }: TriageCategory): string {
  const parts = [seenBy === '' ? 'Who sees it is not judged' : `Seen by ${seenBy}`, `kept: ${kept}`, about === '' ? '' : `about ${about} too`];
  return `${parts.filter((part) => part !== '').join('; ')}.${isInferred ? ' Inferred.' : ''}`;
}

/** `high (H4), the header depends on it`. */
export function relationInWords({ level, codes, how }: RelatedXep): string {
  const words = { depends: 'named as a dependency', uses: 'its vocabulary is used', inherits: 'behind these' }[how];
  return `${level}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}, ${words}`;
}

/** What else there is, or the empty string. */
export function restInWords({ moreCategories, borrowed }: ShownTriage): string {
  const parts = [moreCategories > 0 ? `${moreCategories} lighter ${moreCategories === 1 ? 'category' : 'categories'}` : '', borrowed > 0 ? `${borrowed} ${borrowed === 1 ? 'name' : 'names'} that other XEPs define` : ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Beside these: ${parts.join(', ')}.`;
}

/** Said instead of a list that is empty. */
export const nothing = {
  categories: 'Nothing that is known or seems to carry personal data of its own.',
  questions: 'None that follows from what was found.',
  related: 'None that the dataset knows.',
  unjudged: 'Nothing: every name has been judged by a person.',
} as const;

export const disclaimer = 'Advisory: says what a protocol may carry. Not legal advice.';
