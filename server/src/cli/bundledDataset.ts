// SPDX-License-Identifier: MIT
import json from '../../generated/dataset.js';
import { compileDataset, mergeDatasets, type Dataset, type DatasetSource } from '../dataset/index.ts';

/** The dataset that the program carries inside, with own entries before it, and without the entry of the XEP with the number `hidden`. */
export function bundledDataset(own?: DatasetSource, hidden?: string): Dataset {
  const bundled = JSON.parse(json) as DatasetSource;
  const merged = own ? mergeDatasets(bundled, own) : bundled;
  return compileDataset(hidden === undefined ? merged : { ...merged, entries: merged.entries.filter((entry) => entry.xep !== hidden) });
}
