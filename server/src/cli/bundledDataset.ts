// SPDX-License-Identifier: MIT
import json from '../../generated/dataset.js';
import { compileDataset, mergeDatasets, type Dataset, type DatasetSource } from '../dataset/index.ts';

/** The dataset that the program carries inside, with own entries before it. */
export function bundledDataset(own?: DatasetSource): Dataset {
  const bundled = JSON.parse(json) as DatasetSource;
  return compileDataset(own ? mergeDatasets(bundled, own) : bundled);
}
