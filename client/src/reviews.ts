// SPDX-License-Identifier: MIT
import type { ReviewSummary } from '../../server/src/lsp/protocol.ts';

/** What the server has reported so far, by URI. */
export interface ReviewStore {
  readonly all: () => readonly ReviewSummary[];
  readonly get: (uri: string) => ReviewSummary | undefined;
  /** Takes in one report of the server: reviews replace older ones of the same URI. */
  readonly update: (reviews: readonly ReviewSummary[], removed: readonly string[]) => void;
  /** Forgets a file, or all files below a folder; URIs that `keep` accepts stay. */
  readonly removeUnder: (uri: string, keep?: (uri: string) => boolean) => void;
  /** Answers a function that forgets what was known now and was not reported anew meanwhile; URIs that `keep` accepts stay. */
  readonly startAnew: () => (keep?: (uri: string) => boolean) => void;
  /** Calls back after each change. */
  readonly onChange: (listener: () => void) => { dispose(): void };
}

/** An empty store. */
export function reviewStore(): ReviewStore {
  const reviews = new Map<string, ReviewSummary>();
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => { listener(); });
  const remove = (chosen: (uri: string, review: ReviewSummary) => boolean): void => {
    const gone = [...reviews].filter(([uri, review]) => chosen(uri, review));
    gone.forEach(([uri]) => reviews.delete(uri));
    if (gone.length > 0) {
      changed();
    }
  };
  return {
    all: () => [...reviews.values()],
    get: (uri) => reviews.get(uri),
    update: (added, removed) => {
      const gone = removed.filter((uri) => reviews.delete(uri));
      added.forEach((review) => reviews.set(review.uri, review));
      if (added.length > 0 || gone.length > 0) {
        changed();
      }
    },
    removeUnder: (uri, keep = () => false) => {
      const folder = uri.endsWith('/') ? uri : `${uri}/`;
      remove((key) => (key === uri || key.startsWith(folder)) && !keep(key));
    },
    startAnew: () => {
      const old = new Set(reviews.values());
      return (keep = () => false) => { remove((uri, review) => old.has(review) && !keep(uri)); };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return { dispose: () => { listeners.delete(listener); } };
    },
  };
}
