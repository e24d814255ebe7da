// SPDX-License-Identifier: MIT

/** The one span in which two texts differ, so that an editor keeps cursor and folds elsewhere; empty with an empty text where they are the same. */
export function textDifference(old: string, updated: string): { readonly start: number; readonly end: number; readonly newText: string } {
  const shorter = Math.min(old.length, updated.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === updated.charCodeAt(start)) {
    start++;
  }
  let tail = 0;
  while (tail < shorter - start && old.charCodeAt(old.length - 1 - tail) === updated.charCodeAt(updated.length - 1 - tail)) {
    tail++;
  }
  return { start, end: old.length - tail, newText: updated.slice(start, updated.length - tail) };
}
