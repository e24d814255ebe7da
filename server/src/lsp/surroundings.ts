// SPDX-License-Identifier: MIT
import { documentKey, readWorkspaceFile, workspaceFileName, type Dataset, type DatasetSource, type WorkspaceFile } from '../dataset/index.ts';
import type { EntityTable } from '../xml/index.ts';
import type { OwnData } from './ownData.ts';
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

interface ReadOwn {
  readonly source: TextFile;
  readonly file: WorkspaceFile;
  readonly dataset: Dataset;
}

/** Finds what surrounds a document. `found` is told of every `.xep-gdpr.json` that was read, broken or not. */
export function surroundingsFinder(files: WorkspaceFiles, load: DatasetLoader, found: (own: Pick<OwnData, 'source' | 'file'>) => void): SurroundingsFinder {
  let base: Dataset | undefined;
  const dataset = (): Dataset => (base ??= load());
  const read = new WeakMap<TextFile, ReadOwn>();
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
      const documents = own.file.ignores.length === 0 ? [] : await files.list();
      return { entities, dataset: own.dataset, own: { source, file: own.file, documents: new Set(documents.map((one) => documentKey(nameOf(one)))) } };
    },
  };
}
