// SPDX-License-Identifier: MIT
export { coverXep, type AbsentName, type Coverage, type UnjudgedName } from './coverage.ts';
export { draftXep, type Draft, type DraftName } from './draft.ts';
export { carrierId } from './found.ts';
export { applyIgnores, applyOverrides, documentName, documentNames, type AppliedIgnores } from './ignore.ts';
export { reviewDocument, reviewXep, type ReviewOptions } from './review.ts';
export type { Basis, Carrier, Considerations, ConsiderationsState, FieldKey, IgnoredProblem, Occurrence, Place, Problem, ProblemCode, Relevance, Review, Severity, Where } from './record.ts';
