// SPDX-License-Identifier: MIT
import datasetJson from '../../generated/dataset.js';
import { compileDataset, hideEntry, mergeDatasets, type Dataset, type DatasetSource, type DocumentId } from '../dataset/index.ts';

/** The dataset that comes with the program, with own entries before it, and as if nobody had judged the document `hidden`. Throws where the data is not beside the program. */
export function bundledDataset(own?: DatasetSource, hidden?: DocumentId): Dataset {
  const bundled = curated();
  const merged = own ? mergeDatasets(bundled, own) : bundled;
  const dataset = compileDataset(merged);
  const entry = hidden && dataset.entryOf(hidden);
  return entry ? compileDataset({ ...merged, entries: hideEntry(merged.entries, entry) }) : dataset;
}

function curated(): DatasetSource {
  let text: string;
  try {
    text = datasetJson();
  } catch (error) {
    throw new Error(`the program's own data is not beside it (${error instanceof Error ? error.message : String(error)}); install or build it again`);
  }
  return JSON.parse(text) as DatasetSource;
}
