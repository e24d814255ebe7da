// SPDX-License-Identifier: MIT
export { carrierId } from './found.ts';
export { reviewDocument, reviewXep, type ReviewOptions } from './review.ts';
export type { Basis, Carrier, Considerations, ConsiderationsState, FieldKey, Occurrence, Place, Problem, ProblemCode, Relevance, Review, Severity, Where } from './record.ts';
