// SPDX-License-Identifier: MIT
import { carrierKey, documentKey, type KnownFinding, type Level } from '../dataset/index.ts';
import { documentName, documentNames } from './ignore.ts';
import type { Carrier, IgnoredProblem, Problem, Review } from './record.ts';

/** The reason that a finding of the baseline has. */
export const knownReason = 'Known: stands in the baseline.';

/** A review in which what the baseline knows is ignored. */
export interface AppliedBaseline {
  readonly review: Review;
  /** The highest level that the baseline knows of this document, or null. */
  readonly level: Level | null;
  /** Indexes of the baseline's findings that were met again here. */
  readonly met: readonly number[];
}

/** All findings of a review that are not ignored, as a baseline keeps them: its level, its carriers, its problems. */
export function knownFindings(review: Review): KnownFinding[] {
  const home = { document: documentName(review), title: review.title };
  return [
    ...review.relevance.level === 'none' ? [] : [{ ...home, level: review.relevance.level }],
    ...review.carriers.filter(({ baseline, ignored }) => !baseline && ignored === null).map(({ id }) => ({ ...home, carrier: id })),
    ...review.problems.map(({ code, about }) => ({ ...home, code, ...about !== undefined && { about } })),
  ];
}

/**
 * Ignores what a baseline knows. A finding of a document that is not among `documents` (names in `documentKey` form) holds where the title is the same,
 * and a carrier of it where its namespace is defined: so a ProtoXEP that gets its number keeps what was known. `today` is a day, `YYYY-MM-DD`.
 */
export function applyBaseline(review: Review, known: readonly KnownFinding[], today: string, documents: ReadonlySet<string>): AppliedBaseline {
  const names = documentNames(review);
  const title = titleKey(review.title);
  const here: (KnownFinding & { readonly index: number })[] = [];
  /** Indexes by what is met: `carrier ID`, `moved ID` for one of a document that is not at hand, `code CODE ABOUT`. */
  const byMeaning = new Map<string, number[]>();
  known.forEach((finding, index) => {
    const key = documentKey(finding.document);
    const isMoved = !names.has(key) && !documents.has(key);
    const isHere = names.has(key) || (isMoved && title !== '' && titleKey(finding.title) === title);
    if ((finding.until !== undefined && finding.until < today) || !(isHere || (isMoved && finding.carrier !== undefined))) {
      return;
    }
    if (isHere) {
      here.push({ ...finding, index });
    }
    const meaning = finding.carrier !== undefined ? `${isHere ? 'carrier' : 'moved'} ${carrierKey(finding.carrier)}` : problemMeaning(finding);
    const same = byMeaning.get(meaning);
    if (same) {
      same.push(index);
    } else {
      byMeaning.set(meaning, [index]);
    }
  });
  const met = new Set<number>();
  const meets = (...meanings: readonly string[]): boolean => {
    const found = meanings.flatMap((meaning) => byMeaning.get(meaning) ?? []);
    found.forEach((index) => met.add(index));
    // Whatever means the same is met by now.
    meanings.filter((meaning) => byMeaning.has(meaning)).forEach((meaning) => byMeaning.set(meaning, (byMeaning.get(meaning) ?? []).slice(0, 1)));
    return found.length > 0;
  };
  const carriers = review.carriers.map((carrier): Carrier => {
    const key = carrierKey(carrier.id);
    const isKnown = carrier.ignored === null && meets(`carrier ${key}`, ...carrier.own && carrier.field?.formType !== null ? [`moved ${key}`] : []);
    return isKnown ? { ...carrier, ignored: knownReason } : carrier;
  });
  const problems: Problem[] = [];
  const ignored: IgnoredProblem[] = [...review.ignored];
  for (const problem of review.problems) {
    if (meets(problemMeaning(problem))) {
      ignored.push({ ...problem, reason: knownReason });
    } else {
      problems.push(problem);
    }
  }
  const levels = here.filter((finding) => finding.level !== undefined);
  levels.filter(({ level }) => level === review.relevance.level).forEach(({ index }) => met.add(index));
  return { review: { ...review, carriers, problems, ignored }, level: levels[0]?.level ?? null, met: [...met].sort((one, other) => one - other) };
}

function problemMeaning({ code = '', about }: Pick<KnownFinding, 'code' | 'about'>): string {
  return `code ${JSON.stringify([code, about])}`;
}

function titleKey(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}
