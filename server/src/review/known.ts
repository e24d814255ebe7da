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
  const here = known.flatMap((finding, index) => {
    const key = documentKey(finding.document);
    const isMoved = !names.has(key) && !documents.has(key);
    const sameTitle = isMoved && title !== '' && titleKey(finding.title) === title;
    const isHere = names.has(key) || sameTitle;
    return (finding.until === undefined || finding.until >= today) && (isHere || (isMoved && finding.carrier !== undefined)) ? [{ index, isHere, ...finding, key: finding.carrier === undefined ? '' : carrierKey(finding.carrier) }] : [];
  });
  const met = new Set<number>();
  const meets = (holds: (finding: (typeof here)[number]) => boolean): boolean => {
    const found = here.filter(holds);
    found.forEach(({ index }) => met.add(index));
    return found.length > 0;
  };
  const carriers = review.carriers.map((carrier): Carrier => {
    const key = carrierKey(carrier.id);
    const isKnown = carrier.ignored === null && meets((finding) => finding.carrier !== undefined && finding.key === key && (finding.isHere || (carrier.own && carrier.field?.formType !== null)));
    return isKnown ? { ...carrier, ignored: knownReason } : carrier;
  });
  const problems: Problem[] = [];
  const ignored: IgnoredProblem[] = [...review.ignored];
  for (const problem of review.problems) {
    if (meets((finding) => finding.isHere && finding.code === problem.code && finding.about === problem.about)) {
      ignored.push({ ...problem, reason: knownReason });
    } else {
      problems.push(problem);
    }
  }
  const levels = here.filter((finding) => finding.isHere && finding.level !== undefined);
  levels.filter(({ level }) => level === review.relevance.level).forEach(({ index }) => met.add(index));
  return { review: { ...review, carriers, problems, ignored }, level: levels[0]?.level ?? null, met: [...met].sort((one, other) => one - other) };
}

function titleKey(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}
