// SPDX-License-Identifier: MIT
import { documentKey, type Ignore } from '../dataset/index.ts';
import type { TextFile } from './workspaceFiles.ts';

/** What one document made of the ignores in the file above it. */
export interface IgnoreUse {
  readonly source: TextFile;
  /** The names by which the file may call the document. */
  readonly names: ReadonlySet<string>;
  readonly unused: ReadonlySet<Ignore>;
}

/** The uses of all documents, by path, as their newest reviews had them. */
export interface IgnoreUses {
  note(path: string, use: IgnoreUse): void;
  get(path: string): IgnoreUse | undefined;
}

export function ignoreUses(): IgnoreUses {
  const uses = new Map<string, IgnoreUse>();
  return { note: (path, use) => void uses.set(path, use), get: (path) => uses.get(path) };
}

/**
 * Those ignores that certainly meet nothing: none of `all` needed them, and these are all documents that there are (`all` is undefined where that is not known),
 * or one of the `open` documents is the one that the ignore names.
 */
export function idleIgnores(ignores: readonly Ignore[], open: readonly IgnoreUse[], all: readonly IgnoreUse[] | undefined): readonly Ignore[] {
  return ignores.filter((ignore) => {
    const key = documentKey(ignore.document);
    return (all ?? open).every(({ unused }) => unused.has(ignore)) && (all !== undefined || open.some(({ names }) => names.has(key)));
  });
}
