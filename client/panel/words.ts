// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelDocument } from '../../server/src/report/index.ts';

/** Signs that tell levels and sensitivities apart without colour. */
export const marks: Readonly<Record<'high' | 'medium' | 'low' | 'none', string>> = { high: '●', medium: '◐', low: '○', none: '–' };

/** With its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A level, or a sensitivity, as a word within a sentence. */
export function levelWord(level: keyof typeof marks): string {
  switch (level) {
    case 'high': return t('high');
    case 'medium': return t('medium');
    case 'low': return t('low');
    case 'none': return t('none');
  }
}

/** What a document says of privacy, in a word. */
export function privacyWord(privacy: PanelDocument['privacy']): string {
  switch (privacy) {
    case 'absent': return t('absent');
    case 'placeholder': return t('placeholder');
    case 'denial': return t('denial');
    case 'incomplete': return t('incomplete');
    case 'complete': return t('complete');
    case 'not expected': return t('not expected');
  }
}

/** How many there are of something: `1 document`, `2,345 documents`. */
export const counted = {
  documents: (count: number): string => (count === 1 ? t('1 document') : t('{0} documents', inWords(count))),
  names: (count: number): string => (count === 1 ? t('1 name') : t('{0} names', inWords(count))),
} as const;

/** A number as the language of the page writes it. */
export function inWords(count: number): string {
  return count.toLocaleString(t('en'));
}
