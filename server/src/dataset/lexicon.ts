// SPDX-License-Identifier: MIT
import type { Category, Entry } from './entry.ts';
import { nameFeatures, titleWords } from './nameFeatures.ts';

/** What the curated verdicts teach about names and titles, for judging what nobody has judged. */
export interface Lexicon {
  /** How much more often than usual names with this feature (see `nameFeatures`) carry personal data, as log odds; 0 where nothing is known. */
  odds(feature: string): number;
  /** In how many XEPs names with this feature were judged, and in how many they carry personal data. */
  seen(feature: string): { readonly judged: number; readonly carriers: number };
  /** How much likelier than usual each category is for carriers with this feature, as log odds in the order of `categories`; undefined where nothing is known. */
  categoryOdds(feature: string): readonly number[] | undefined;
  /** How common each category is, as log odds in the order of `categories`. */
  readonly usualCategories: readonly number[];
  /** Ids of the categories. */
  readonly categories: readonly string[];
  /** The categories that a word of prose speaks of, as indices; undefined for most words. */
  speaksOf(word: string): readonly number[] | undefined;
  /** How much more often than usual documents with such a title define carriers, as log odds. */
  titleOdds(title: string): number;
  /** Level of documents with such a title, on average, from 0 (none) to 3 (high); 1.5 where nothing is known. */
  titleLevel(title: string): number;
}

/** Share of judged names that are carriers, as the entries have it; what "usual" means above. */
const usualShare = 0.35;
const usualTitleShare = 0.3;
const usualLevel = 1.5;
const levelNames = ['none', 'low', 'medium', 'high'];
/** Weight of the usual share against what was seen, in XEPs (additive smoothing). */
const smoothing = 1.5;
/** Letters by which a word of prose is told from others: "archive", "archives" and "archiving" are one. */
const wordLength = 5;

interface Tally {
  carriers: number;
  others: number;
  readonly categories: Map<string, number>;
}

/** Counts each feature once per XEP and verdict, so that one long vocabulary weighs no more than a short one. */
export function learnLexicon(entries: Iterable<Entry>, categories: Iterable<Category>): Lexicon {
  const tallies = new Map<string, Tally>();
  const titles = new Map<string, number[]>();
  const titleLevels = new Map<string, number[]>();
  const common = new Map<string, number>();
  for (const entry of entries) {
    const share = tallyEntry(entry, tallies);
    const words = titleWords(entry.title);
    for (const word of words) {
      if (share !== undefined) {
        append(titles, word, share);
      }
      if (entry.kind === 'protocol') {
        append(titleLevels, word, levelNames.indexOf(entry.relevance.level));
      }
    }
    for (const category of new Set(entry.carriers.map((record) => record.category))) {
      common.set(category, (common.get(category) ?? 0) + 1);
    }
  }
  const all = [...categories];
  const ids = all.map(({ id }) => id);
  const total = ids.reduce((sum, id) => sum + (common.get(id) ?? 0) + 1, 0);
  const usual = ids.map((id) => ((common.get(id) ?? 0) + 1) / total);
  const terms = termsOf(all);
  return {
    categories: ids,
    usualCategories: usual.map(Math.log),
    speaksOf: (word) => terms.get(word.slice(0, wordLength)),
    odds(feature) {
      const tally = tallies.get(feature);
      return tally ? logit((tally.carriers + smoothing * usualShare) / (tally.carriers + tally.others + smoothing)) - logit(usualShare) : 0;
    },
    seen(feature) {
      const tally = tallies.get(feature);
      return { judged: tally ? tally.carriers + tally.others : 0, carriers: tally?.carriers ?? 0 };
    },
    categoryOdds(feature) {
      const counts = tallies.get(feature)?.categories;
      if (!counts || counts.size === 0) {
        return undefined;
      }
      const sum = [...counts.values()].reduce((one, other) => one + other, smoothing);
      return ids.map((id, index) => Math.log(((counts.get(id) ?? 0) / (usual[index] ?? 1) + smoothing) / sum));
    },
    titleOdds(title) {
      const odds = known(titles, title).map((shares) => logit((sumOf(shares) + 2 * usualTitleShare) / (shares.length + 2)) - logit(usualTitleShare));
      return odds.length === 0 ? 0 : sumOf(odds) / Math.sqrt(odds.length);
    },
    titleLevel(title) {
      const means = known(titleLevels, title).map((levels) => (sumOf(levels) + smoothing * usualLevel) / (levels.length + smoothing));
      return means.length === 0 ? usualLevel : sumOf(means) / means.length;
    },
  };
}

/** Adds an entry's verdicts; returns the share of carriers among its judged names, or undefined where it judges none. */
function tallyEntry(entry: Entry, tallies: Map<string, Tally>): number | undefined {
  const verdicts = new Map<string, Set<string>>();
  const given = new Set<string>();
  let carriers = 0;
  let judged = 0;
  const add = (record: { readonly form?: string | null; readonly match: readonly string[] }, category: string): void => {
    for (const match of record.match) {
      if (match.includes('*')) {
        continue;
      }
      judged++;
      carriers += category === '' ? 0 : 1;
      given.add(category);
      const [element = '', attribute] = record.form === undefined ? match.split('@') : [match];
      const kind = record.form !== undefined ? 'f' : attribute === undefined ? 'e' : 'a';
      for (const feature of nameFeatures(kind, attribute ?? element, attribute === undefined ? null : element)) {
        const known = verdicts.get(feature);
        if (known) {
          known.add(category);
        } else {
          verdicts.set(feature, new Set([category]));
        }
      }
    }
  };
  entry.carriers.forEach((record) => add(record, record.category));
  [...entry.containers, ...entry.controls, ...entry.notPersonal].forEach((record) => add(record, ''));
  for (const word of judged === 0 ? [] : titleWords(entry.title)) {
    count(tallies, `title:${word}`, given);
  }
  for (const [feature, categories] of verdicts) {
    count(tallies, feature, categories);
  }
  return judged === 0 ? undefined : carriers / judged;
}

function count(tallies: Map<string, Tally>, feature: string, categories: ReadonlySet<string>): void {
  let tally = tallies.get(feature);
  if (!tally) {
    tally = { carriers: 0, others: 0, categories: new Map() };
    tallies.set(feature, tally);
  }
  const others = categories.has('') ? 1 : 0;
  tally.others += others;
  tally.carriers += categories.size > others ? 1 : 0;
  for (const category of categories) {
    if (category !== '') {
      tally.categories.set(category, (tally.categories.get(category) ?? 0) + 1);
    }
  }
}

/** Beginnings of the single words by which considerations speak of a category. */
function termsOf(categories: readonly Category[]): Map<string, readonly number[]> {
  const terms = new Map<string, readonly number[]>();
  categories.forEach((category, index) => {
    for (const term of category.terms) {
      const word = term.trim();
      if (/^[a-z]{4,}$/.test(word)) {
        const beginning = word.slice(0, wordLength);
        terms.set(beginning, [...new Set([...terms.get(beginning) ?? [], index])]);
      }
    }
  });
  return terms;
}

function known(table: ReadonlyMap<string, readonly number[]>, title: string): (readonly number[])[] {
  return titleWords(title).map((word) => table.get(word)).filter((found) => found !== undefined);
}

function append(table: Map<string, number[]>, key: string, value: number): void {
  const list = table.get(key);
  if (list) {
    list.push(value);
  } else {
    table.set(key, [value]);
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
