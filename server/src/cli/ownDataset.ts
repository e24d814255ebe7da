// SPDX-License-Identifier: MIT
import { readEntries } from '../dataset/index.ts';
import type { DatasetSource } from '../dataset/index.ts';
import { readNamedFile } from './namedFile.ts';

/** Own entries from `--dataset FILE`. Throws an error that names file, place and what is wrong. */
export function readOwnDataset(path: string | undefined): DatasetSource | undefined {
  if (path === undefined) {
    return undefined;
  }
  const text = readNamedFile(path).toString('utf8').replace(/^\ufeff/, '');
  const { entries, errors } = readEntries(text);
  if (errors.length > 0) {
    throw new Error(`${path}: the dataset cannot be used:\n${errors.slice(0, 10).map((error) => `  ${path}:${error}`).join('\n')}`);
  }
  return { version: 'own', categories: [], notes: {}, entries };
}
