// SPDX-License-Identifier: MIT

/** The labels that a report needs of `frame.labels`: headings, column titles and words that are no sentences. */
export const frameLabels = [
  // Headings.
  'title', 'deploymentHeading', 'remarksHeading', 'tableHeading', 'recordHeading', 'rightsHeading', 'checksHeading', 'statementHeading', 'policyHeading', 'sourcesHeading',
  // Before a value, a colon follows: what the row of the record, the check or the field says.
  'xeps', 'subjects', 'recipients', 'kept', 'grounds', 'rights', 'defaults', 'practice', 'because', 'gaps', 'published',
  // Column titles of the policy form, and the word for a field that nothing follows for.
  'field', 'value', 'open',
  // Before the number of an article: "Art.".
  'article',
  // Every server has it, whatever it speaks.
  'always',
  // What a source is, and how well it speaks a XEP.
  'role-server', 'role-client', 'role-library', 'role-unknown',
  // What was not counted, or is to be looked at; a list of values follows.
  'remark-unreadable', 'remark-unknown-xep', 'remark-unknown-feature', 'remark-duplicate', 'remark-empty', 'remark-inactive', 'remark-superseded', 'remark-not-counted', 'remark-newer', 'remark-range', 'remark-garbage',
  // Headings of a comparison of two deployments.
  'comparisonTitle', 'xepsAdded', 'xepsDropped', 'kindsAdded', 'kindsDropped', 'categoriesAdded', 'recipientsAdded', 'staysLonger', 'checksAdded', 'checksDropped', 'statementAdded', 'statementChanged', 'statementDropped', 'policyChanged',
  // Words of a comparison: "before", "now", and that nothing changes.
  'before', 'now', 'nothingChanges',
] as const;

/** The standing sentences that a report needs of `frame.sentences`, each below the heading that it is named after. */
export const frameSentences = ['advisory', 'tableIntro', 'recordIntro', 'rightsIntro', 'checksIntro', 'statementIntro', 'policyIntro', 'comparisonIntro'] as const;

export type FrameLabel = (typeof frameLabels)[number];
export type FrameSentence = (typeof frameSentences)[number];
