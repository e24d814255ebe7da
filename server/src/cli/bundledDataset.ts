// SPDX-License-Identifier: MIT
import json from '../../generated/dataset.js';
import { compileDataset, hideEntry, mergeDatasets, type Dataset, type DatasetSource, type DocumentId } from '../dataset/index.ts';

/** The dataset that the program carries inside, with own entries before it, and as if nobody had judged the document `hidden`. */
export function bundledDataset(own?: DatasetSource, hidden?: DocumentId): Dataset {
  const bundled = JSON.parse(json) as DatasetSource;
  const merged = own ? mergeDatasets(bundled, own) : bundled;
  const dataset = compileDataset(merged);
  const entry = hidden && dataset.entryOf(hidden);
  return entry ? compileDataset({ ...merged, entries: hideEntry(merged.entries, entry) }) : dataset;
}
