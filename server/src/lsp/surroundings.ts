// SPDX-License-Identifier: MIT
import { documentKey, readWorkspaceFile, workspaceFileName, type Dataset, type DatasetSource } from '../dataset/index.ts';
import type { EntityTable } from '../xml/index.ts';
import type { IgnoreUses } from './ignoreUses.ts';
import type { OwnData } from './ownData.ts';
import type { OwnFile } from './ownFiles.ts';
import { nameOf } from './uris.ts';
import type { TextFile, WorkspaceFiles } from './workspaceFiles.ts';

/** Gives the dataset that the program carries inside, with own entries before it. */
export type DatasetLoader = (own?: DatasetSource) => Dataset;

/** What a review needs besides the document's text. */
export interface Surroundings {
  readonly dataset: Dataset;
  readonly entities: EntityTable | undefined;
  readonly own: OwnData | undefined;
}

export interface SurroundingsFinder {
  /** The dataset without own entries; loaded at the first call. */
  dataset(): Dataset;
  of(uri: string): Promise<Surroundings>;
}

interface ReadOwn extends OwnFile {
  readonly dataset: Dataset;
}

/** Finds what surrounds a document. `found` is told of every `.xep-gdpr.json` that was read, broken or not; reviews note in `uses` which ignores they needed. */
export function surroundingsFinder(files: WorkspaceFiles, load: DatasetLoader, uses: IgnoreUses, found: (own: OwnFile) => void): SurroundingsFinder {
  let base: Dataset | undefined;
  const dataset = (): Dataset => (base ??= load());
  const read = new WeakMap<TextFile, ReadOwn>();
  const namesOf = new WeakMap<readonly string[], ReadonlySet<string>>();
  const documentsAtHand = async (): Promise<ReadonlySet<string>> => {
    const list = await files.list();
    const names = namesOf.get(list) ?? new Set(list.map((uri) => documentKey(nameOf(uri))));
    namesOf.set(list, names);
    return names;
  };
  const readOwn = (source: TextFile): ReadOwn => {
    let known = read.get(source);
    if (!known) {
      const file = readWorkspaceFile(source.text);
      known = { source, file, dataset: file.entries.length === 0 ? dataset() : load({ version: 'own', categories: [], notes: {}, entries: file.entries }) };
      read.set(source, known);
      found(known);
    }
    return known;
  };
  return {
    dataset,
    async of(uri) {
      const [entities, source] = await Promise.all([files.entities(uri), files.above(uri, workspaceFileName)]);
      if (!source) {
        return { entities, dataset: dataset(), own: undefined };
      }
      const own = readOwn(source);
      // Only an ignore asks which documents there are: one for a document that is gone may have moved.
      const documents = own.file.ignores.length === 0 ? new Set<string>() : await documentsAtHand();
      return { entities, dataset: own.dataset, own: { source, file: own.file, documents, uses } };
    },
  };
}
