// SPDX-License-Identifier: MIT
import { compileDataset, mergeDatasets, type DatasetSource } from '../dataset/index.ts';
import type { DatasetLoader } from './surroundings.ts';

/** Loads the dataset from its JSON text, with own entries before it. `read` is asked when the dataset is first needed. */
export function datasetLoader(read: () => string): DatasetLoader {
  return (own) => {
    const curated = JSON.parse(read()) as DatasetSource;
    return compileDataset(own ? mergeDatasets(curated, own) : curated);
  };
}
