// SPDX-License-Identifier: MIT

/** A copy of a part of a longer text, to be kept: engines keep the whole text in memory for as long as a part of it is in use. */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}
