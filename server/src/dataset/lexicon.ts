// SPDX-License-Identifier: MIT
import type { Entry } from './entry.ts';

/** What the curated verdicts teach about names, for judging vocabulary that nobody has judged. */
export interface Lexicon {
  /**
   * How much more often than usual names with this feature carry personal data, as log odds; 0 where nothing is known.
   * Features: `n:name`, `e:name`, `a:name`, `f:name` (as element, attribute, field), `t:word`, `p:word` (a word of the element that has the attribute).
   */
  odds(feature: string): number;
  /** In how many XEPs names with this feature were judged, and in how many they carry personal data. */
  seen(feature: string): { readonly judged: number; readonly carriers: number };
  /** The category that carriers with this feature have most often, or undefined. */
  category(feature: string): string | undefined;
  /** How much more often than usual documents with such a title define carriers, as log odds. */
  titleOdds(title: string): number;
  /** Level of documents with such a title, on average, from 0 (none) to 3 (high); 1.5 where nothing is known. */
  titleLevel(title: string): number;
}

/** A name's words in lower case: `lastSeenAt`, `last-seen-at` and `last_seen_at` give the same three. A prefix up to `#` is left out. */
export function wordsOf(name: string): string[] {
  return name.replace(/^[a-z0-9.-]+#/i, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** Share of judged names that are carriers, as the codebook's corpus has it; what "usual" means above. */
const usualShare = 0.35;
const usualTitleShare = 0.3;
const usualLevel = 1.5;
const levelNames = ['none', 'low', 'medium', 'high'];
/** Weight of the usual share against what was seen, in XEPs (additive smoothing). */
const smoothing = 1.5;

interface Tally {
  carriers: number;
  others: number;
  readonly categories: Map<string, number>;
}

/** Counts each feature once per XEP and verdict, so that one long vocabulary weighs no more than a short one. */
export function learnLexicon(entries: Iterable<Entry>): Lexicon {
  const tallies = new Map<string, Tally>();
  const titles = new Map<string, number[]>();
  const titleLevels = new Map<string, number[]>();
  for (const entry of entries) {
    const shares = tallyEntry(entry, tallies);
    if (entry.kind === 'protocol') {
      for (const word of new Set(titleWords(entry.title))) {
        titleLevels.set(word, [...titleLevels.get(word) ?? [], levelNames.indexOf(entry.relevance.level)]);
      }
    }
    if (shares !== undefined) {
      for (const word of new Set(titleWords(entry.title))) {
        titles.set(word, [...titles.get(word) ?? [], shares]);
      }
    }
  }
  return {
    odds(feature) {
      const tally = tallies.get(feature);
      if (!tally) {
        return 0;
      }
      const share = (tally.carriers + smoothing * usualShare) / (tally.carriers + tally.others + smoothing);
      return logit(share) - logit(usualShare);
    },
    seen(feature) {
      const tally = tallies.get(feature);
      return { judged: tally ? tally.carriers + tally.others : 0, carriers: tally?.carriers ?? 0 };
    },
    category(feature) {
      let best: string | undefined;
      let most = 0;
      for (const [category, count] of tallies.get(feature)?.categories ?? []) {
        if (count > most) {
          most = count;
          best = category;
        }
      }
      return best;
    },
    titleOdds(title) {
      const odds = titleWords(title).map((word) => titles.get(word)).filter((shares) => shares !== undefined)
        .map((shares) => logit((shares.reduce((sum, share) => sum + share, 0) + 2 * usualTitleShare) / (shares.length + 2)) - logit(usualTitleShare));
      return odds.length === 0 ? 0 : odds.reduce((sum, one) => sum + one, 0) / Math.sqrt(odds.length);
    },
    titleLevel(title) {
      const means = titleWords(title).map((word) => titleLevels.get(word)).filter((found) => found !== undefined)
        .map((found) => (found.reduce((sum, level) => sum + level, 0) + smoothing * usualLevel) / (found.length + smoothing));
      return means.length === 0 ? usualLevel : means.reduce((sum, mean) => sum + mean, 0) / means.length;
    },
  };
}

/** Features of a name: as what it stands, itself, its words and its owner's. */
export function nameFeatures(kind: 'e' | 'a' | 'f', name: string, owner: string | null): string[] {
  const lower = name.toLowerCase();
  return [`n:${lower}`, `${kind}:${lower}`, ...wordsOf(name).map((word) => `t:${word}`), ...(owner === null ? [] : wordsOf(owner).map((word) => `p:${word}`))];
}

/** Adds an entry's verdicts; returns the share of carriers among its judged names, or undefined where it judges none. */
function tallyEntry(entry: Entry, tallies: Map<string, Tally>): number | undefined {
  const counted = new Set<string>();
  let carriers = 0;
  let judged = 0;
  const add = (judgedName: { readonly form?: string | null; readonly match: readonly string[] }, category: string | undefined): void => {
    for (const match of judgedName.match) {
      if (match.includes('*')) {
        continue;
      }
      judged++;
      carriers += category === undefined ? 0 : 1;
      const [element = '', attribute] = judgedName.form === undefined ? match.split('@') : [match];
      const kind = judgedName.form !== undefined ? 'f' : attribute === undefined ? 'e' : 'a';
      for (const feature of nameFeatures(kind, attribute ?? element, attribute === undefined ? null : element)) {
        if (!counted.has(`${feature} ${category ?? ''}`)) {
          counted.add(`${feature} ${category ?? ''}`);
          count(tallies, feature, category);
        }
      }
    }
  };
  entry.carriers.forEach((record) => add(record, record.category));
  [...entry.containers, ...entry.controls, ...entry.notPersonal].forEach((record) => add(record, undefined));
  return judged === 0 ? undefined : carriers / judged;
}

function count(tallies: Map<string, Tally>, feature: string, category: string | undefined): void {
  let tally = tallies.get(feature);
  if (!tally) {
    tally = { carriers: 0, others: 0, categories: new Map() };
    tallies.set(feature, tally);
  }
  if (category === undefined) {
    tally.others++;
  } else {
    tally.carriers++;
    tally.categories.set(category, (tally.categories.get(category) ?? 0) + 1);
  }
}

function titleWords(title: string): string[] {
  return wordsOf(title).filter((word) => word.length > 2);
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
