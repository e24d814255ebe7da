// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { TableRow } from './row.ts';

const recipientWords: Readonly<Record<string, string>> = {
  'own-server': 'own server', 'other-own-devices': 'own devices', 'peer-server': 'peer server', contact: 'contacts', occupants: 'room occupants', subscribers: 'subscribers',
  moderators: 'moderators', 'component-or-gateway': 'components or gateways', 'third-party-service': 'third-party services', public: 'anyone',
};

const retentionWords: Readonly<Record<string, string>> = {
  '': '', transient: 'not kept', session: 'for the session', stored: 'until changed', archived: 'as history', unspecified: 'not stated',
};

const subjectWords: Readonly<Record<string, string>> = { user: 'users', contact: 'contacts', occupant: 'room occupants', 'third-party': 'third parties', operator: 'operators' };

/** Whom the data is about, in words. */
export function subjectsInWords(subjects: readonly string[]): string {
  return subjects.map((subject) => subjectWords[subject] ?? subject).join(', ');
}

/** Who receives the data, in words. */
export function recipientsInWords(recipients: readonly string[]): string {
  return recipients.map((recipient) => recipientWords[recipient] ?? recipient).join(', ');
}

/** How long the data stays, in words. */
export function retentionInWords(retention: string): string {
  return retentionWords[retention] ?? retention;
}

/** The short names of a row's categories, comma-separated. */
export function categoriesInWords(categories: readonly string[], dataset: Dataset): string {
  return categories.map((id) => dataset.categories.get(id)?.short ?? id).join(', ');
}

export function levelInWords(level: string): string {
  return level.charAt(0).toUpperCase() + level.slice(1);
}

/** `XEP-0045: Multi-User Chat`, or a ProtoXEP's file name with its title. */
export function documentInWords(row: TableRow): string {
  return row.title === '' ? row.name : `${row.name}: ${row.title}`;
}

/** How a verdict came about, where it is not simply curated. */
export function basisInWords(basis: string): string {
  return basis === 'curated' ? '' : basis === 'stale' ? 'reviewed for an older version' : 'inferred';
}
