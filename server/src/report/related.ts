// SPDX-License-Identifier: MIT
import { isNumber, type Dataset, type Entry, type Level } from '../dataset/index.ts';
import type { Review } from '../review/index.ts';
import type { XepDocument } from '../xep/index.ts';
import { levels } from './row.ts';

/** Another XEP that a document builds on, with what the dataset says of it. */
export interface RelatedXep {
  readonly number: string;
  readonly title: string;
  readonly level: Level;
  readonly codes: readonly string[];
  /** `depends`: named in the header; `uses`: its vocabulary stands in the document; `inherits`: what these build on in turn. */
  readonly how: 'depends' | 'uses' | 'inherits';
}

/** The XEPs that a document depends on, whose vocabulary it uses, and those behind them; highest level first. */
export function relatedXeps({ header }: XepDocument, review: Review, dataset: Dataset): RelatedXep[] {
  const found = new Map<string, RelatedXep['how']>();
  const add = (number: string, how: RelatedXep['how']): void => {
    if (number !== header.number && !found.has(number)) {
      found.set(number, how);
    }
  };
  header.dependencies.forEach((spec) => [...spec.matchAll(/XEP-(\d{4})/gi)].forEach(([, number = '']) => add(number, 'depends')));
  for (const { own, baseline, namespace, field } of review.carriers) {
    if (!own && !baseline) {
      const owner = field?.formType ? dataset.formTypeOwners(field.formType)[0] : dataset.owners(namespace)[0];
      if (owner !== undefined && isNumber(owner)) {
        add(owner, 'uses');
      }
    }
  }
  // What is added on the way is visited too: inheritance has no fixed depth, and the map keeps each number once.
  for (const [number] of found) {
    dataset.entries.get(number)?.inherits?.forEach((one) => add(one, 'inherits'));
  }
  const related = [...found].flatMap(([number, how]): RelatedXep[] => {
    const entry = dataset.entries.get(number);
    return entry ? [relatedXep(number, how, entry)] : [];
  });
  return related.sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level) || (one.number < other.number ? -1 : 1));
}

function relatedXep(number: string, how: RelatedXep['how'], { title, relevance: { level, codes } }: Entry): RelatedXep {
  return { number, title, level, codes, how };
}
