// SPDX-License-Identifier: MIT
import { escapeMarkdown } from './escapeMarkdown.ts';
import { nameParts } from './nameParts.ts';
import { oneLine } from './oneLine.ts';

/** Text as Markdown shows it on one line, names of elements and form fields set as code. */
export function proseMarkdown(text: string): string {
  return nameParts(oneLine(text)).map((part) => (part.isName ? `\`${part.text}\`` : escapeMarkdown(part.text))).join('');
}
