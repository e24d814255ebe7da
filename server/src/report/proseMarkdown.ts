// SPDX-License-Identifier: MIT
import { oneLine } from './oneLine.ts';
import { escapeMarkdown } from './tableMarkdown.ts';

/** Text as Markdown shows it on one line, names of elements set as code. */
export function proseMarkdown(text: string): string {
  return oneLine(text).split(/(<[\w.:-]+(?: [\w.:-]+)?\/>)/).map((part, at) => (at % 2 === 1 ? `\`${part}\`` : escapeMarkdown(part))).join('');
}
