// SPDX-License-Identifier: MIT

/** The sentences of a text, roughly: one ends, with its bracket or quotation mark, where the next word has a capital letter, unless an abbreviation does. */
export function sentencesOf(text: string): string[] {
  return text.replace(/\b(e\.g|i\.e|etc|cf|vs|RFC|XEP|No)\./g, '$1').split(/(?<=[.!?]["')]?)\s+(?=["'(]?[A-Z])/);
}
