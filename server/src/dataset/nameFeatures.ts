// SPDX-License-Identifier: MIT

/** A name's words in lower case: `lastSeenAt`, `last-seen-at` and `last_seen_at` give the same three. A prefix up to `#` is left out. */
export function wordsOf(name: string): string[] {
  return name.replace(/^[a-z0-9.-]+#/i, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '');
}

const ending = /(?:ing|ed|ers?|ors?|ions?|es?|s)$/;

/** A word without its ending: "invites", "inviter" and "invited" give the same. Rough, and the same for what is learned and what is asked. */
export function stemOf(word: string): string {
  if (word.length < 4) {
    return word;
  }
  return word.replace(/ies$/, 'y').replace(/sses$/, 'ss').replace(ending, (found) => (word.length - found.length >= 3 ? '' : found));
}

/**
 * By what a name is recognised: `n:name`, the same as element, attribute or field (`e:`, `a:`, `f:`), `s:stem` of each word,
 * and for an attribute `@:element@name`.
 */
export function nameFeatures(kind: 'e' | 'a' | 'f', name: string, owner: string | null): string[] {
  const lower = name.toLowerCase();
  const features = [`n:${lower}`, `${kind}:${lower}`, ...new Set(wordsOf(name).map((word) => `s:${stemOf(word)}`))];
  return owner === null ? features : [...features, `@:${owner.toLowerCase()}@${lower}`];
}

/** The stems of a title's words, short words left out. */
export function titleWords(title: string): string[] {
  return [...new Set(wordsOf(title).filter((word) => word.length > 2).map(stemOf))];
}
