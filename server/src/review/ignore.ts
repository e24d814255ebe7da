// SPDX-License-Identifier: MIT
import { carrierKey, documentKey, type Ignore, type Override } from '../dataset/index.ts';
import type { Carrier, IgnoredProblem, Problem, Review } from './record.ts';

/** A review with the workspace's decisions in it, and the decisions that had no effect on it. */
export interface AppliedIgnores {
  readonly review: Review;
  /** Ignores in force that meet nothing in this document; those for other documents are among them. */
  readonly unused: readonly Ignore[];
  /** Ignores whose last day is over. */
  readonly expired: readonly Ignore[];
}

/**
 * Marks the carriers that a workspace ignores with the reason, and moves ignored problems to `review.ignored`.
 * The level stays, and so does the data: an ignored finding is one that is not shown and not counted.
 * `today` is a day as `YYYY-MM-DD`; `documents` are the names of all documents at hand, in `documentKey` form: an ignore for a document that is
 * not among them holds where its carrier's namespace is defined, so that a ProtoXEP keeps its ignores when it gets its number.
 */
export function applyIgnores(review: Review, ignores: readonly Ignore[], today: string, documents: ReadonlySet<string> = new Set()): AppliedIgnores {
  const expired = ignores.filter(({ until }) => until !== undefined && until < today);
  const names = documentNames(review);
  const live = ignores.filter(({ until }) => until === undefined || until >= today);
  const rules = rulesFor(live, names, documents);
  if (rules.size === 0) {
    return { review, unused: live, expired };
  }
  const met = new Set<Rule>();
  const reasonOf = (...keys: readonly string[]): string | undefined => {
    const found = keys.flatMap((key) => rules.get(key) ?? []);
    found.forEach((rule) => met.add(rule));
    return found.sort((one, other) => one.first - other.first)[0]?.ignores[0]?.reason;
  };
  const carriers = review.carriers.map((carrier): Carrier => {
    const key = carrierKey(carrier.id);
    const ignored = reasonOf(`carrier ${key}`, `code carrier/${carrier.category}`, ...isDefinedHere(carrier) ? [`moved ${key}`] : []);
    return ignored === undefined ? carrier : { ...carrier, ignored };
  });
  const problems: Problem[] = [];
  const ignored: IgnoredProblem[] = [...review.ignored];
  for (const problem of review.problems) {
    const reason = reasonOf(`code ${problem.code}`);
    if (reason === undefined) {
      problems.push(problem);
    } else {
      ignored.push({ ...problem, reason });
    }
  }
  const used = new Set([...met].flatMap((rule) => rule.ignores));
  return { review: { ...review, carriers, problems, ignored }, unused: live.filter((ignore) => !used.has(ignore)), expired };
}

/** Ignores that meet the same: the first of them gives the reason. */
interface Rule {
  readonly first: number;
  readonly ignores: Ignore[];
}

/** The ignores that may hold in a document, by what they meet: `carrier ID`, `code CODE`, and `moved ID` for a carrier of a document that is not at hand. */
function rulesFor(ignores: readonly Ignore[], names: ReadonlySet<string>, documents: ReadonlySet<string>): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  ignores.forEach((ignore, first) => {
    const { document, carrier, code = '' } = ignore;
    const key = documentKey(document);
    const here = key === '*' || names.has(key);
    if (!here && (documents.has(key) || carrier === undefined)) {
      return;
    }
    const meets = carrier === undefined ? `code ${code}` : `${here ? 'carrier' : 'moved'} ${carrierKey(carrier)}`;
    const rule = rules.get(meets);
    if (rule) {
      rule.ignores.push(ignore);
    } else {
      rules.set(meets, { first, ignores: [ignore] });
    }
  });
  return rules;
}

/** A review with the level that the workspace sets by hand, where it sets one. The first override for a document holds. */
export function applyOverrides(review: Review, overrides: readonly Override[]): Review {
  const names = documentNames(review);
  const override = overrides.find(({ document }) => document.trim() === '*' || names.has(documentKey(document)));
  if (!override) {
    return review;
  }
  const { relevance } = review;
  const { level, reason } = override;
  return { ...review, relevance: { ...relevance, level, reason, basis: 'curated', codes: level === relevance.level ? relevance.codes : [], tags: [...relevance.tags, 'override'] } };
}

/** The names by which a workspace's file may call a document, as `documentKey` writes them. */
export function documentNames(review: Pick<Review, 'number' | 'path'>): ReadonlySet<string> {
  const names = new Set([documentKey(review.path.split(/[\\/]/).at(-1) ?? review.path)]);
  if (/^\d{4}$/.test(review.number)) {
    names.add(`xep-${review.number}`);
  }
  return names;
}

/** The name by which a workspace's file calls a document: `xep-0191`, or the file's name without `.xml`. */
export function documentName({ number, path }: Pick<Review, 'number' | 'path'>): string {
  return /^\d{4}$/.test(number) ? `xep-${number}` : (path.split(/[\\/]/).at(-1) ?? path).replace(/\.xml$/i, '');
}

/** A field without a form type belongs to every document that has a form, so it proves no kinship. */
function isDefinedHere(carrier: Carrier): boolean {
  return carrier.own && carrier.field?.formType !== null;
}
