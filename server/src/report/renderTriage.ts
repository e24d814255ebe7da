// SPDX-License-Identifier: MIT
import type { Triage } from './triage.ts';
import { triageHtml } from './triageHtml.ts';
import { triageMarkdown } from './triageMarkdown.ts';
import { triageText } from './triageText.ts';

/** The formats of a triage; the first is the one that nobody has to ask for. */
export const triageFormats = ['markdown', 'html', 'text'] as const;
export type TriageFormat = (typeof triageFormats)[number];

/** A triage in a format. `version` is the program's. */
export function renderTriage(format: TriageFormat, triage: Triage, version: string): string {
  switch (format) {
    case 'markdown': return triageMarkdown(triage, version);
    case 'html': return triageHtml(triage, version);
    case 'text': return triageText(triage, version);
  }
}
