// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { ProblemCode } from '../review/index.ts';

/** A kind of finding, for programs that show findings by kind. */
export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly help: string;
}

const problemRules: Readonly<Record<ProblemCode, Omit<Rule, 'code'>>> = {
  'considerations/privacy-missing': { name: 'Privacy Considerations missing', description: 'The document brings personal data and has no Privacy Considerations.', help: 'Add the section; "xep-gdpr triage --skeleton" begins it.' },
  'considerations/privacy-placeholder': { name: 'Privacy Considerations left open', description: 'The document brings personal data and its Privacy Considerations hold a placeholder or an open point.', help: 'Answer what is open.' },
  'considerations/privacy-denial': { name: 'Privacy Considerations denied', description: 'The document brings personal data and says that there is nothing to consider.', help: 'Discuss who sees the data and for how long.' },
  'considerations/uncovered': { name: 'Data not discussed', description: 'The document brings a kind of personal data that neither Security nor Privacy Considerations mention.', help: 'Say who sees it, for how long, and what a user can do about it.' },
  'example/real-address': { name: 'Real address in an example', description: 'An example shows a domain, network address or phone number that somebody may own.', help: 'Use one that is reserved for documentation.' },
  'source/namespace': { name: 'Broken namespace', description: 'A namespace declaration is misspelt.', help: 'Write it as it was meant.' },
  'source/not-well-formed': { name: 'Not well-formed', description: 'Markup is broken, in the document or in an example that seems meant to be complete.', help: 'Mend it, or mark the gap with "...".' },
};

/** File name of the page about a kind of finding, in `docs/findings`. */
export function pageOfCode(code: string): string {
  return `${code.replace('/', '-')}.md`;
}

/** All kinds of findings: carriers by category, then problems. The order is the dataset's and never depends on what was found. */
export function rulesOf(dataset: Dataset): Rule[] {
  const carriers = [...dataset.categories.values()].map(({ id, label, definition, articles }): Rule => ({
    code: `carrier/${id}`, name: label, description: `May carry personal data: ${definition}`, help: `GDPR: ${articles.map((article) => `Art. ${article}`).join(', ')}. Ask who sees it and for how long; the considerations should say so.`,
  }));
  return [...carriers, ...Object.entries(problemRules).map(([code, rule]) => ({ code, ...rule }))];
}
