// SPDX-License-Identifier: MIT
import { setFlagsFromString } from 'node:v8';

/**
 * Tells the engine (V8) what it cannot know: that this is a short run over many documents, each read once. What it learns from the first ones misleads it.
 * It takes their objects for ones that stay and makes later ones where only a whole collection of garbage looks; and it compiles code early for
 * types that the next documents do not have, and throws it away. Together that is a third of the time that a table of all XEPs takes.
 *
 * Flags are those of the versions that Node.js 20 to 26 have: of one that it does not know, an engine complains on the standard error.
 */
export function tuneForOneRun(): void {
  const major = Number.parseInt(process.versions.v8, 10);
  if (major >= 11 && major <= 14) {
    setFlagsFromString('--no-allocation-site-pretenuring');
    setFlagsFromString(major === 11 ? '--interrupt-budget=500000' : '--invocation-count-for-turbofan=20000');
  }
}
