// SPDX-License-Identifier: MIT
import { setFlagsFromString } from 'node:v8';

/** Versions of the engine (V8, as of Node.js 20 to 26) that have the flags below. Of one that it does not know, an engine complains on the standard error. */
const first = 11;
const last = 14;
const version = Number.parseInt(process.versions.v8, 10);

/**
 * Tells the engine what it cannot know: that what it learns from the first documents misleads it. It takes their objects for ones that stay, however briefly
 * they were in use, and makes later ones where only a whole collection of garbage looks; and it compiles code early, beside the work,
 * for types that the next documents do not have, and throws it away. Together that is a third of the time of a table of all XEPs and half of the first review's.
 */
export function tuneEngine(): void {
  set('--no-allocation-site-pretenuring');
  set(version === first ? '--interrupt-budget=500000' : '--invocation-count-for-turbofan=20000');
}

/** While many documents are reviewed the engine would let garbage grow to several times what is in use, and keep that memory for good. */
export function spareMemory(sparing: boolean): void {
  set(sparing ? '--optimize-for-size' : '--no-optimize-for-size');
}

function set(flag: string): void {
  if (version >= first && version <= last) {
    setFlagsFromString(flag);
  }
}
