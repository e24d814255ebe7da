// SPDX-License-Identifier: MIT
import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { escapeMarkdown, oneLine } from '../report/index.ts';

/** Writes one kind of text for readers. What is passed in is plain text; it is escaped where the kind asks for it. */
export interface Markup {
  text(plain: string): string;
  bold(plain: string): string;
  link(plain: string, url: string): string;
  /** Puts lines, written with the functions above, under each other. Empty ones are left out. */
  lines(lines: readonly string[]): MarkupContent;
}

export const markdown: Markup = {
  text: escape,
  bold: (plain) => `**${escape(plain)}**`,
  link: (plain, url) => `[${escape(plain)}](${url.replace(/[\s()<>\\]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)})`,
  lines: (lines) => ({ kind: MarkupKind.Markdown, value: lines.filter((line) => line !== '').join('  \n') }),
};

export const plainText: Markup = {
  text: trimmed,
  bold: trimmed,
  link: trimmed,
  lines: (lines) => ({ kind: MarkupKind.PlainText, value: lines.filter((line) => line !== '').join('\n') }),
};

/** Text that Markdown shows as it is, on one line. */
function escape(text: string): string {
  // Only at the start of a line would these begin a list or a rule.
  return escapeMarkdown(trimmed(text)).replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

function trimmed(text: string): string {
  return oneLine(text).replace(/ +/g, ' ').trim();
}
