// SPDX-License-Identifier: MIT
import { oneLine } from './oneLine.ts';
import { escapeMarkdown } from './tableMarkdown.ts';

/** What `carrierName` writes: an element's tag, or a form field's name in quotes. */
const names = /(<[\w.:-]+(?: [\w.:-]+)?\/>|(?<=\bfield )"[^"`\n]{1,100}")/;

/** Text as Markdown shows it on one line, names of elements and form fields set as code. */
export function proseMarkdown(text: string): string {
  return oneLine(text).split(names).map((part, at) => (at % 2 === 0 ? escapeMarkdown(part) : `\`${part.replace(/^"|"$/g, '')}\``)).join('');
}
