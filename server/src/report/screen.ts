// SPDX-License-Identifier: MIT
import type { Triage } from './triage.ts';

/** Lines that a reader sees without scrolling, and that a comment may have. */
export const screenLines = 60;

const steps: readonly { readonly categories: number; readonly questions: number; readonly related: number; readonly unjudged: number }[] = [
  { categories: 10, questions: 7, related: 8, unjudged: 5 }, { categories: 8, questions: 7, related: 6, unjudged: 4 }, { categories: 7, questions: 6, related: 5, unjudged: 3 },
  { categories: 6, questions: 5, related: 4, unjudged: 3 }, { categories: 5, questions: 4, related: 3, unjudged: 2 }, { categories: 4, questions: 3, related: 2, unjudged: 1 },
];

/** A triage as far as it is shown, and how much of it is not. */
export interface ShownTriage extends Triage {
  readonly moreCategories: number;
  readonly moreRelated: number;
}

/** The fullest form of a triage that fits a screen, rendered. The lightest categories and the least related XEPs go first; what goes is counted. */
export function onScreen(triage: Triage, render: (shown: ShownTriage) => readonly string[]): readonly string[] {
  let lines: readonly string[] = [];
  for (const limit of steps) {
    lines = render({
      ...triage,
      categories: triage.categories.slice(0, limit.categories), questions: triage.questions.slice(0, limit.questions), related: triage.related.slice(0, limit.related), unjudged: triage.unjudged.slice(0, limit.unjudged),
      moreCategories: Math.max(0, triage.categories.length - limit.categories), moreRelated: Math.max(0, triage.related.length - limit.related),
    });
    if (lines.length <= screenLines) {
      return lines;
    }
  }
  return lines;
}
