// SPDX-License-Identifier: MIT
export { addIgnore, type Added } from './addIgnore.ts';
export { baselineText, knownKey, readBaseline, type KnownFinding } from './baselineFile.ts';
export { compileDataset, type CarrierVerdict, type Dataset, type OtherVerdict, type Verdict } from './dataset.ts';
export { compareVersions, entryKey, entryName, hideEntry, isInactive, isNumber, type DocumentId } from './documentEntry.ts';
export type { CarrierRecord, Category, Condition, DatasetSource, DocumentKind, Entry, Level, OrderedProcessing, Processing, Sensitivity, ValueShape } from './entry.ts';
export type { Lexicon } from './lexicon.ts';
export { nameFeatures, stemOf, titleWords, wordsOf } from './nameFeatures.ts';
export { namespaceFamily } from './family.ts';
export { carrierKey, documentKey, ignoreKey } from './ignoreKey.ts';
export { compareStays, longestStay, nearestFirst } from './processingOrders.ts';
export { entryErrors, mergeDatasets, readEntries } from './read.ts';
export { readWorkspaceFile, workspaceFileName, type Ignore, type Override, type WorkspaceError, type WorkspaceFile } from './workspaceFile.ts';
