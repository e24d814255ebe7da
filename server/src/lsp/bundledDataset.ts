// SPDX-License-Identifier: MIT
import json from '../../generated/dataset.js';
import { compileDataset, mergeDatasets, type DatasetSource } from '../dataset/index.ts';
import type { DatasetLoader } from './surroundings.ts';

/** The dataset that the server carries inside, with own entries before it. */
export const bundledDataset: DatasetLoader = (own) => {
  const bundled = JSON.parse(json) as DatasetSource;
  return compileDataset(own ? mergeDatasets(bundled, own) : bundled);
};
