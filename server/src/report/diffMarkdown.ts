// SPDX-License-Identifier: MIT
import type { DocumentDiff } from './diffLines.ts';
import { proseMarkdown } from './proseMarkdown.ts';
import { disclaimer } from './triageWords.ts';

const signs = { '+': 'Adds', '-': 'Drops', '~': 'Changes' } as const;

/** What revisions change, as Markdown for a comment; the empty text where nothing does. */
export function diffMarkdown(documents: readonly DocumentDiff[], version: string): string {
  if (documents.length === 0) {
    return '';
  }
  const parts = documents.map(({ heading, lines }) => [`### ${proseMarkdown(heading)}`, '', ...lines.map(({ sign, text }) => `- ${signs[sign]} ${proseMarkdown(text)}`), ''].join('\n'));
  return `## What this revision changes about personal data\n\n${parts.join('\n')}\n_${disclaimer} Made by xep-gdpr ${proseMarkdown(version)}._\n`;
}
