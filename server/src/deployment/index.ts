// SPDX-License-Identifier: MIT
export { adviseOn, textsIn, type Advice, type RecordRow, type RightAdvice } from './advice.ts';
export { carriersOf, type DeploymentCarrier } from './carriers.ts';
export { compareDeployments, isSame, type DeploymentComparison } from './compare.ts';
export { readDeployment, type Deployment, type PublishedForm, type Role, type SourceText, type Spoken, type Support } from './deployment.ts';
export { factsOf, type Facts } from './facts.ts';
export { frameLabels, frameSentences, type FrameLabel, type FrameSentence } from './frameNames.ts';
export type { OperatorData, OperatorSource, Step } from './operatorData.ts';
export type { FieldAdvice } from './policy.ts';
export { readSource } from './readSource.ts';
export type { Remark, RemarkCode } from './remarks.ts';
export type { PartAdvice } from './statement.ts';
export type { CheckAdvice, StepAdvice } from './steps.ts';
export { sourcesOf, type Told, type Wording } from './told.ts';
