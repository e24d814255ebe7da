// SPDX-License-Identifier: MIT
import { cpuUsage } from 'node:process';

/** How the time that a text takes grows with its size. */
export interface Growth {
  /** Milliseconds of processor time for the smaller and the larger text. */
  readonly small: number;
  readonly large: number;
  /** Time by time over size by size: 1 is linear, the factor of sizes itself is quadratic. */
  readonly excess: number;
}

/** How many of a construct make a text of about so many units. */
export function countFor(construct: (count: number) => string, size: number): number {
  let count = 8;
  while (construct(count * 2).length < size) {
    count *= 2;
  }
  return count;
}

/**
 * Runs the work on two sizes and compares. Machines are busy with other things too, so that the shortest of several runs counts, and a
 * growth above `limit` is measured again before it is believed.
 */
export function growthOf(construct: (count: number) => string, work: (text: string) => void, size: number, factor: number, limit: number): Growth {
  const count = countFor(construct, size);
  const [few, much] = [construct(count), construct(count * factor)];
  const ratio = much.length / few.length;
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let excess = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4 && excess > limit; tries++) {
    for (let runs = 0; runs < 3; runs++) {
      small = Math.min(small, timeOf(() => { work(few); }));
    }
    large = Math.min(large, timeOf(() => { work(much); }));
    excess = large / small / Math.max(ratio, 1);
  }
  return { small, large, excess };
}

/** Milliseconds of processor time; 0.2 at least. */
export function timeOf(work: () => void): number {
  const before = cpuUsage();
  work();
  const { user, system } = cpuUsage(before);
  return Math.max(0.2, (user + system) / 1000);
}
