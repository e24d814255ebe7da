// SPDX-License-Identifier: MIT
import json from '../../generated/dataset.js';
import { compileDataset, type Dataset, type DatasetSource } from '../dataset/index.ts';

/** The dataset that the program carries inside. */
export function bundledDataset(): Dataset {
  return compileDataset(JSON.parse(json) as DatasetSource);
}
