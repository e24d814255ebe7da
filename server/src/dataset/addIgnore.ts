// SPDX-License-Identifier: MIT
import { ignoreKey } from './ignoreKey.ts';
import { readJsonText } from './jsonText.ts';
import { readWorkspaceFile, type Ignore } from './workspaceFile.ts';

/** The text of a workspace's file with one ignore more, or why there is none. */
export type Added = { readonly text: string; readonly replaced: boolean } | { readonly error: string };

/**
 * Adds an ignore to the text of `.xep-gdpr.json` (undefined: there is no file yet), and leaves every other character as it is.
 * An ignore of the same finding is replaced. A text that is no JSON is left alone.
 */
export function addIgnore(text: string | undefined, ignore: Ignore): Added {
  const old = text === undefined || text.replace(/^\uFEFF/, '').trim() === '' ? '{}\n' : text;
  const json = readJsonText(old);
  const value = json.value as Readonly<Record<string, unknown>> | null | undefined;
  const list = value?.['ignore'];
  const { errors } = readWorkspaceFile(old);
  if (json.fault || typeof value !== 'object' || value === null || Array.isArray(value) || (list !== undefined && !Array.isArray(list))) {
    const first = errors[0];
    return { error: first ? `${first.line}:${first.column}: ${first.message}` : 'it holds no JSON object' };
  }
  const eol = old.includes('\r\n') ? '\r\n' : '\n';
  const at = list?.findIndex((item) => isIgnore(item) && ignoreKey(item) === ignoreKey(ignore)) ?? -1;
  let edited: string;
  if (list !== undefined && at >= 0) {
    const { start, end } = json.spanOf(`/ignore/${at}`);
    edited = splice(old, start, end, item(ignore));
  } else if (list !== undefined && list.length > 0) {
    const { start, end } = json.spanOf(`/ignore/${list.length - 1}`);
    edited = splice(old, end, end, `,${eol}${indentAt(old, start)}${item(ignore)}`);
  } else if (list !== undefined) {
    const { start, end } = json.spanOf('/ignore');
    edited = splice(old, start, end, `[${eol}    ${item(ignore)}${eol}  ]`);
  } else {
    const { start, end } = json.spanOf('');
    const isEmpty = Object.keys(value).length === 0;
    const block = `{${eol}  "ignore": [${eol}    ${item(ignore)}${eol}  ]${isEmpty ? `${eol}}` : ','}`;
    edited = splice(old, start, isEmpty ? end : start + 1, block);
  }
  const before = new Set(errors.map(({ message }) => message));
  const wrong = readWorkspaceFile(edited).errors.find(({ message }) => !before.has(message));
  return wrong ? { error: wrong.message } : { text: edited, replaced: at >= 0 };
}

function isIgnore(item: unknown): item is Ignore {
  return typeof item === 'object' && item !== null && typeof (item as { readonly document?: unknown }).document === 'string';
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** The white space before what stands first on a line; of a line with more before it, nothing. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
  return /^[ \t]*$/.test(line) ? line : '    ';
}

/** One member per line would drown the file: an ignore stands on one line. */
function item(ignore: Ignore): string {
  const { document, carrier, code, reason, author, date, until } = ignore;
  const members = Object.entries({ document, carrier, code, reason, author, date, until }).filter(([, value]) => value !== undefined);
  return `{ ${members.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')} }`;
}
