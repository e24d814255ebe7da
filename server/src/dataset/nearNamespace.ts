// SPDX-License-Identifier: MIT

/** Characters by which a misspelt namespace may differ from the one that was meant. */
const slips = 3;

/**
 * Finds for a name the known namespace that it misses by a few characters, its numbers apart: a number that differs is a version or another document, no slip.
 * Undefined for none.
 */
export function namespaceFinder(known: Iterable<string>): (namespace: string) => string | undefined {
  const byDigits = new Map<string, string[]>();
  for (const one of known) {
    const digits = digitsOf(one);
    const alike = byDigits.get(digits);
    if (alike) {
      alike.push(one);
    } else {
      byDigits.set(digits, [one]);
    }
  }
  return (namespace) => (namespace.length < 4 * slips ? undefined : nearest(namespace, byDigits.get(digitsOf(namespace)) ?? []));
}

function nearest(namespace: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = slips + 1;
  for (const one of known) {
    if (one !== namespace && Math.abs(one.length - namespace.length) < bestDistance) {
      const distance = editDistance(namespace, one, bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = one;
      }
    }
  }
  return best;
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** Insertions, deletions and replacements that make one text of the other; `limit` where there are as many or more. */
function editDistance(one: string, other: string, limit: number): number {
  let before = Array.from({ length: other.length + 1 }, (_unused, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (before[column - 1] ?? 0) + (one.charCodeAt(row - 1) === other.charCodeAt(column - 1) ? 0 : 1);
      now.push(Math.min(replaced, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    if (Math.min(...now) >= limit) {
      return limit;
    }
    before = now;
  }
  return before[other.length] ?? limit;
}
