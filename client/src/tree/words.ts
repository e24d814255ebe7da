// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { ReviewSummary } from '../../../server/src/lsp/protocol.ts';

export type Level = ReviewSummary['level'];

/** From the level that matters most to the one that matters least. */
export const levels: readonly Level[] = ['high', 'medium', 'low', 'none'];

/** An icon per level, told apart by shape and not by colour. */
export const levelIcons: Readonly<Record<Level, string>> = { high: 'warning', medium: 'circle-filled', low: 'circle-outline', none: 'circle-slash' };

/** How many there are of something: `1 carrier`, `2 carriers`. */
export const counted = {
  carriers: (count: number): string => (count === 1 ? t('1 carrier') : t('{0} carriers', count)),
  ownCarriers: (count: number): string => (count === 1 ? t('1 own carrier') : t('{0} own carriers', count)),
  documents: (count: number): string => (count === 1 ? t('1 document') : t('{0} documents', count)),
  findings: (count: number): string => (count === 1 ? t('1 finding') : t('{0} findings', count)),
  occurrences: (count: number): string => (count === 1 ? t('1 occurrence') : t('{0} occurrences', count)),
  rows: (count: number): string => (count === 1 ? t('1 row') : t('{0} rows', count)),
  lines: (count: number): string => (count === 1 ? t('1 line') : t('{0} lines', count)),
} as const;

/** A level, or a sensitivity, as a word within a sentence. */
export function levelWord(level: string): string {
  switch (level) {
    case 'high': return t('high');
    case 'medium': return t('medium');
    case 'low': return t('low');
    case 'none': return t('none');
    default: return level;
  }
}

/** The label of a category of data, which the dataset has in English, in the language of the editor. */
export function categoryWords(label: string): string {
  return t(label);
}

export const considerationsStates = ['absent', 'placeholder', 'denial', 'incomplete', 'complete', 'not-expected'] as const;
export type ConsiderationsState = (typeof considerationsStates)[number];

/** What a document says of privacy, as the tree groups it. Documents that define no protocol need not say anything. */
export function considerationsState({ kind, privacy, missing }: ReviewSummary): ConsiderationsState {
  if (privacy !== 'present' && kind !== 'protocol') {
    return 'not-expected';
  }
  switch (privacy) {
    case 'placeholder': case 'denial': return privacy;
    case 'present': return missing.length > 0 ? 'incomplete' : 'complete';
    default: return 'absent';
  }
}

/** The states in words that stand alone. */
export function considerationsWords(state: ConsiderationsState): string {
  switch (state) {
    case 'absent': return t('No Privacy Considerations');
    case 'placeholder': return t('Privacy section is a placeholder');
    case 'denial': return t('Privacy section says “none”');
    case 'incomplete': return t('Privacy section is incomplete');
    case 'complete': return t('Privacy section is complete');
    case 'not-expected': return t('Defines no protocol');
  }
}

/** How sure a verdict is; empty for one that stands in the dataset for this version. */
export function basisWords(basis: string): string {
  return basis === 'stale' ? t('stale: newer than its entry') : basis === 'inferred' ? t('inferred') : '';
}
