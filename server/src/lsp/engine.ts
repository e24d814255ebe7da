// SPDX-License-Identifier: MIT
import { setFlagsFromString } from 'node:v8';

/** Versions of the engine (V8, as of Node.js 20 to 26) that have the flags below. Of one that it does not know, an engine complains on the standard error. */
const first = 11;
const last = 14;

/**
 * Tells the engine that what a document leaves is short-lived, however long the ones look that it sees in use while a large document is read:
 * it would make later objects where only a whole collection of garbage looks, and each version of a document would wait for one.
 */
export function tuneForVersions(): void {
  set('--no-allocation-site-pretenuring');
}

/** While many documents are reviewed the engine would let garbage grow to several times what is in use, and keep that memory for good. */
export function spareMemory(sparing: boolean): void {
  set(sparing ? '--optimize-for-size' : '--no-optimize-for-size');
}

function set(flag: string): void {
  const major = Number.parseInt(process.versions.v8, 10);
  if (major >= first && major <= last) {
    setFlagsFromString(flag);
  }
}
