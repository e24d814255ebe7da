// SPDX-License-Identifier: MIT
// How long these suites look, and where they begin: `npm run test:robust` sets both. Within `npm test` they look shortly, always at the same.

import fc from 'fast-check';

/** Seconds for all that has no end of its own, or undefined within `npm test`. */
const seconds = Number(process.env['ROBUST_SECONDS'] ?? 'NaN');

/** Whether there is time for what takes minutes. */
export const long = seconds > 0;

/** Where random choices begin. */
export const seed = Number(process.env['ROBUST_SEED'] ?? '20261127');

/** What all suites together ask for; growth and endurance take some minutes besides. */
const allShares = 2;

/** How often to try something: so often within `npm test`, else as long as its share of the time lasts, and then it is said how often. For fast-check, which prints seed and path of a failure. */
export function tries<Tried>(count: number, share: number): fc.Parameters<Tried> {
  return long ? { seed, numRuns: 1_000_000, interruptAfterTimeLimit: milliseconds(share), reporter: report } : { seed, numRuns: count };
}

function report<Tried>(run: fc.RunDetails<Tried>): void {
  figures(`${run.numRuns} cases`);
  if (run.failed) {
    throw new Error(fc.defaultReportMessage(run), { cause: 'errorInstance' in run ? run.errorInstance : undefined });
  }
}

/** Says within `npm run test:robust` what was done or measured. */
export function figures(words: string): void {
  if (long) {
    console.log(`      ${words}`);
  }
}

/** A function that tells whether a share of the time is over; never within `npm test`. */
export function over(share: number): () => boolean {
  const end = long ? Date.now() + milliseconds(share) : Number.POSITIVE_INFINITY;
  return () => Date.now() > end;
}

function milliseconds(share: number): number {
  return Math.round((seconds * 1000 * share) / allShares);
}
