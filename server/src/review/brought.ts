// SPDX-License-Identifier: MIT
import type { Category, Dataset, Sensitivity } from '../dataset/index.ts';
import type { Carrier, Review } from './record.ts';

/** The carriers of one category that a document itself brings: defines, or orders to be processed. */
export interface BroughtCategory {
  readonly category: Category;
  /** The most sensitive first, among these what examples show, then in document order. */
  readonly carriers: readonly Carrier[];
}

const ranks: Readonly<Record<Sensitivity, number>> = { low: 0, medium: 1, high: 2 };

/** What a document brings, heaviest category first. Stanza addressing, what others define, and what the workspace ignores are left out. */
export function broughtCategories(review: Review, dataset: Dataset): BroughtCategory[] {
  const groups = new Map<string, Carrier[]>();
  for (const carrier of review.carriers) {
    if ((carrier.own || carrier.ordered) && !carrier.baseline && carrier.ignored === null) {
      const group = groups.get(carrier.category) ?? [];
      group.push(carrier);
      groups.set(carrier.category, group);
    }
  }
  const brought = [...groups].flatMap(([id, carriers]): BroughtCategory[] => {
    const category = dataset.categories.get(id);
    return category ? [{ category, carriers: carriers.sort((one, other) => ranks[other.sensitivity] - ranks[one.sensitivity] || Number(isShown(other)) - Number(isShown(one))) }] : [];
  });
  return brought.sort((one, other) => other.category.weight - one.category.weight || sensitivityRank(other) - sensitivityRank(one));
}

/** 0 to 2, of the most sensitive carrier. */
export function sensitivityRank({ carriers }: BroughtCategory): number {
  return ranks[carriers[0]?.sensitivity ?? 'low'];
}

function isShown({ occurrences }: Carrier): boolean {
  return occurrences.some(({ where }) => where === 'example');
}
