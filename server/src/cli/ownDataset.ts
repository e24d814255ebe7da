// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { readEntries } from '../dataset/index.ts';
import type { DatasetSource } from '../dataset/index.ts';

/** Own entries from `--dataset FILE`. Throws an error that names file, place and what is wrong. */
export function readOwnDataset(path: string | undefined): DatasetSource | undefined {
  if (path === undefined) {
    return undefined;
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new Error(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  const { entries, errors } = readEntries(text);
  if (errors.length > 0) {
    throw new Error(`${path}: the dataset cannot be used:\n${errors.slice(0, 10).map((error) => `  ${path}:${error}`).join('\n')}`);
  }
  return { version: 'own', categories: [], notes: {}, entries };
}
