// SPDX-License-Identifier: MIT
// What Node.js calls assert, for a host that may not be Node.js.

export function expect(condition: boolean, message: string): asserts condition {
  if (!condition) {
    throw new Error(message);
  }
}

/** Compares as JSON. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [is, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  expect(is === wanted, `is ${is}\nnot ${wanted}`);
}

export function expectMatch(actual: string, pattern: RegExp): void {
  expect(pattern.test(actual), `does not match ${String(pattern)}:\n${actual}`);
}
