// SPDX-License-Identifier: MIT

/** Name of the file, in a workspace folder, that says which findings are not to be shown, and why. */
export const ignoreFileName = '.xep-gdpr.json';

/** One finding that somebody judged: a carrier or a code of one document, never a line. */
export type Ignore = { readonly document: string; readonly reason: string; readonly date: string } & ({ readonly carrier: string } | { readonly code: string });

export type Added =
  | { readonly kind: 'added'; readonly text: string }
  /** The same finding is ignored already. */
  | { readonly kind: 'known' }
  /** The text is not JSON of the expected form; `reason` is for the user. */
  | { readonly kind: 'broken'; readonly reason: string };

/** The file's text with one more entry at the end of `ignore`. All else keeps its form; null makes a new file. */
export function addIgnore(text: string | null, entry: Ignore): Added {
  if (text === null || text.trim() === '') {
    return { kind: 'added', text: `${JSON.stringify({ ignore: [entry] }, null, 2)}\n` };
  }
  const file = readObject(text);
  if (typeof file === 'string') {
    return { kind: 'broken', reason: file };
  }
  const ignore = file['ignore'] ?? [];
  if (!Array.isArray(ignore)) {
    return { kind: 'broken', reason: '"ignore" is not a list' };
  }
  if (ignore.some((known) => isSame(known, entry))) {
    return { kind: 'known' };
  }
  const wanted = { ...file, ignore: [...ignore as readonly unknown[], entry] };
  const edited = insertEntry(text, entry);
  // An unusual file (a key twice, say) that the insertion would change in another way than meant is written anew.
  const right = edited !== undefined && JSON.stringify(readObject(edited)) === JSON.stringify(wanted);
  return { kind: 'added', text: right ? edited : `${JSON.stringify(wanted, null, 2)}\n` };
}

function readObject(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : 'it is not an object';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isSame(known: unknown, entry: Ignore): boolean {
  if (typeof known !== 'object' || known === null) {
    return false;
  }
  const { document, carrier, code } = known as Readonly<Record<string, unknown>>;
  return document === entry.document && ('carrier' in entry ? carrier === entry.carrier : code === entry.code);
}

/** Inserts before the `]` that ends the list, in the list's own indentation; undefined where there is no list yet. */
function insertEntry(text: string, entry: Ignore): string | undefined {
  const end = endOfIgnore(text);
  if (end === undefined) {
    return undefined;
  }
  const before = text.slice(0, end).trimEnd();
  const comma = before.endsWith('[') ? '' : ',';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const closing = /^[\t ]*/.exec(text.slice(text.lastIndexOf('\n', end - 1) + 1))?.[0] ?? '';
  const indent = /\n([\t ]+)[^\s]/.exec(before)?.[1] ?? '  ';
  const body = JSON.stringify(entry, null, indent).split('\n').map((line) => closing + indent + line).join(lineBreak);
  return `${before}${comma}${lineBreak}${body}${lineBreak}${closing}${text.slice(end)}`;
}

/** Offset of the `]` of the top-level list `ignore`. The text is known to be valid JSON. */
function endOfIgnore(text: string): number | undefined {
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
  let depth = 0;
  let key = '';
  let inside = false;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    switch (match[0]) {
      case '{': depth++; break;
      case '[':
        inside ||= depth === 1 && key === '"ignore"';
        depth++;
        break;
      case '}': depth--; break;
      case ']':
        depth--;
        if (inside && depth === 1) {
          return match.index;
        }
        break;
      default: key = depth === 1 ? match[0] : key;
    }
  }
  return undefined;
}
