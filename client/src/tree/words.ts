// SPDX-License-Identifier: MIT
import type { ReviewSummary } from '../../../server/src/lsp/protocol.ts';

export type Level = ReviewSummary['level'];

/** From the level that matters most to the one that matters least. */
export const levels: readonly Level[] = ['high', 'medium', 'low', 'none'];

/** An icon per level, told apart by shape and not by colour. */
export const levelIcons: Readonly<Record<Level, string>> = { high: 'warning', medium: 'circle-filled', low: 'circle-outline', none: 'circle-slash' };

/** `1 carrier`, `2 carriers`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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
export const considerationsWords: Readonly<Record<ConsiderationsState, string>> = {
  absent: 'No Privacy Considerations',
  placeholder: 'Privacy section is a placeholder',
  denial: 'Privacy section says “none”',
  incomplete: 'Privacy section is incomplete',
  complete: 'Privacy section is complete',
  'not-expected': 'Defines no protocol',
};

/** How sure a verdict is; empty for one that stands in the dataset for this version. */
export function basisWords(basis: string): string {
  return basis === 'stale' ? 'stale: newer than its entry' : basis === 'inferred' ? 'inferred' : '';
}
