// SPDX-License-Identifier: MIT
export { compareReviews, type Change, type ChangedCarrier, type Comparison, type Difference } from './compare.ts';
export { readConsiderations, type OpenPoint, type ReadConsiderations } from './considerations.ts';
export { coverXep, type AbsentName, type Coverage, type UnjudgedName } from './coverage.ts';
export { draftXep, type Draft, type DraftName } from './draft.ts';
export { broughtCategories, type BroughtCategory } from './brought.ts';
export { carrierName, namesInWords } from './carrierName.ts';
export { carrierId } from './found.ts';
export { applyIgnores, applyOverrides, documentName, documentNames, type AppliedIgnores } from './ignore.ts';
export { applyBaseline, knownFindings, knownReason, type AppliedBaseline } from './known.ts';
export { mayBeSomebodys, phoneDigits } from './phoneNumber.ts';
export { mainQuestions, questionsTo, type Question } from './questions.ts';
export type { QuestionKind } from './questionRules.ts';
export { reviewDocument, reviewXep, type ReviewOptions } from './review.ts';
export type { Basis, Carrier, Considerations, ConsiderationsState, Detail, FieldKey, IgnoredProblem, Occurrence, Place, Problem, ProblemCode, Relevance, Review, Severity, Where } from './record.ts';
