// SPDX-License-Identifier: MIT
import type { Rule } from '../report/index.ts';

/** Codes of what is said in a workspace's own file; the command line says the same as notes. */
export type OwnFileCode = 'workspace-file' | 'ignore/expired' | 'ignore/unused';

const rules: Readonly<Record<OwnFileCode, Omit<Rule, 'code'>>> = {
  'workspace-file': { name: 'Broken workspace file', description: 'Something in .xep-gdpr.json is not as it has to be; the rest of the file holds.', help: 'Mend the place; the message says what is expected there.' },
  'ignore/expired': { name: 'Ignore is over', description: 'The last day of an entry that ignores a finding has passed, so the finding is shown again.', help: 'Remove the entry, or give it a later day.' },
  'ignore/unused': { name: 'Ignore without use', description: 'No reviewed document has the finding that an entry ignores.', help: 'Remove the entry, or correct the document, carrier or code that it names.' },
};

export const ownFileRules: readonly Rule[] = Object.entries(rules).map(([code, rule]) => ({ code, ...rule }));
