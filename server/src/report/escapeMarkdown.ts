// SPDX-License-Identifier: MIT
import { escapeXml } from './escapeXml.ts';
import { oneLine } from './oneLine.ts';

/**
 * Text that Markdown shows as it is, on one line and safe inside a table cell. Words that renderers take for links or mentions by their looks are set
 * as code: GitHub looks for them after all escapes are gone.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text).split(/([ `|[\]()<>"]+)/).map((word) => (linkLike.test(word) ? asCode(word) : escaped(word))).join('');
}

const linkLike = /:\/\/|www\.|@[\w-]/i;

/** The word as code, without the punctuation behind it. */
function asCode(word: string): string {
  let end = word.length;
  while (end > 1 && '.,;:!?'.includes(word.charAt(end - 1))) {
    end--;
  }
  return `\`${word.slice(0, end)}\`${escaped(word.slice(end))}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, escapeXml).replace(/[\\`*_[\]|#~$]/g, '\\$&');
}
