// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';
import { answersIn } from './answers.ts';
import { broughtCategories, sensitivityRank, type BroughtCategory } from './brought.ts';
import { readConsiderations } from './considerations.ts';
import { questionRules, questionWords, type QuestionKind } from './questionRules.ts';
import type { Review } from './record.ts';

/** Something that a document's considerations leave open about what it brings. */
export interface Question {
  readonly kind: QuestionKind;
  readonly category: string;
  /** One or two sentences, with the names that they are about. */
  readonly text: string;
  /** How much depends on the answer; only the order matters. */
  readonly weight: number;
  /** Whether the considerations say something on it, so that the question is only whether that is enough. */
  readonly touched: boolean;
}

/**
 * The questions to a document's author, category by category as `broughtCategories` orders them, within one in the order of RFC 6973 section 7.
 * `review` is the document's own.
 */
export function questionsTo(document: XepDocument, review: Review, dataset: Dataset): Question[] {
  const brought = broughtCategories(review, dataset);
  const discussion = (['privacy', 'security'] as const).map((kind) => readConsiderations(document, kind).discussion).join(' ');
  return brought.flatMap((group) => {
    const isAnswered = answersIn(discussion, group, brought.length === 1, dataset);
    return questionRules.flatMap((rule): Question[] => {
      const about = group.carriers.filter(rule.about);
      const [first] = about;
      if (!first) {
        return [];
      }
      return [{ kind: rule.kind, category: group.category.id, text: rule.text(questionWords(about)), weight: rule.weight + weightOf(group) - (first.basis === 'inferred' ? 1 : 0), touched: isAnswered(rule.kind) }];
    });
  });
}

/** Three to seven questions where there are that many, heaviest first: not more than two on one category or of one kind, and those touched on already only where there are too few others. */
export function mainQuestions(questions: readonly Question[]): Question[] {
  const ranked = [...questions].sort((one, other) => Number(one.touched) - Number(other.touched) || other.weight - one.weight);
  const chosen: Question[] = [];
  for (const question of ranked) {
    const alike = (key: 'kind' | 'category'): number => chosen.filter((other) => other[key] === question[key]).length;
    if (chosen.length < (question.touched ? 3 : 7) && alike('kind') < 2 && alike('category') < 2) {
      chosen.push(question);
    }
  }
  const rest = ranked.filter((question) => !chosen.includes(question));
  return [...chosen, ...rest.slice(0, Math.max(0, 3 - chosen.length))];
}

function weightOf(group: BroughtCategory): number {
  return 2 * group.category.weight + sensitivityRank(group);
}
