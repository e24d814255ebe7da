// SPDX-License-Identifier: MIT

/** Whether version `one` comes after `other`, number by number. */
export function isNewer(one: string, other: string): boolean {
  const left = one.split('.').map(Number);
  const right = other.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0 || Number.isNaN(difference)) {
      return difference > 0;
    }
  }
  return false;
}
