// SPDX-License-Identifier: MIT

/** URIs of text documents: the one in the active editor, if the active editor shows text, those in view, and those in tabs. */
export interface OpenTexts {
  readonly active: string | undefined;
  readonly visible: readonly string[];
  readonly tabs: readonly string[];
}

/**
 * The document that a command without an argument is about: the active one. While no text is active, because a page or the walkthrough is,
 * it is the reviewed one in view, else the only reviewed one that is open.
 */
export function documentAtHand({ active, visible, tabs }: OpenTexts, isReviewed: (uri: string) => boolean): string | undefined {
  if (active !== undefined) {
    return active;
  }
  const open = [...new Set(tabs)].filter(isReviewed);
  return visible.find(isReviewed) ?? (open.length === 1 ? open[0] : undefined);
}
