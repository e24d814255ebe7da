// SPDX-License-Identifier: MIT

/** A half-open range of UTF-16 offsets. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/** A JSON text as read: its value, where each part of it stands, and where reading had to stop. */
export interface JsonText {
  /** With a fault, what was complete before it: members of the root, and items of the arrays in them. */
  readonly value: unknown;
  readonly fault: JsonFault | null;
  /** The value at a JSON pointer (`/ignore/0/reason`), or the nearest one around it. */
  spanOf(pointer: string): JsonSpan;
  /** The name of the member at a JSON pointer, or undefined where no member has it. */
  keySpanOf(pointer: string): JsonSpan | undefined;
}

const depthLimit = 100;

/** Where and why a text is no JSON. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

/** Reads JSON with the places of its parts. Never throws, whatever the text. */
export function readJsonText(text: string): JsonText {
  const spans = new Map<string, JsonSpan>();
  const keys = new Map<string, JsonSpan>();
  const state: Reader = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, spans, keys, fault: null };
  const value = readValue(state, '', 0);
  skipSpace(state);
  if (state.fault === null && state.at < text.length) {
    state.fault = { offset: state.at, message: 'There is more text after the end of the JSON value.' };
  }
  return {
    value,
    fault: state.fault,
    spanOf(pointer) {
      for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
        const span = spans.get(path);
        if (span || path === '') {
          return span ?? { start: 0, end: text.length };
        }
      }
    },
    keySpanOf: (pointer) => keys.get(pointer),
  };
}

/** One segment of a JSON pointer, escaped. */
export function pointerSegment(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

interface Reader {
  readonly text: string;
  readonly spans: Map<string, JsonSpan>;
  readonly keys: Map<string, JsonSpan>;
  at: number;
  /** Set once; from then on every reader returns what it has. */
  fault: JsonFault | null;
}

function readValue(reader: Reader, pointer: string, depth: number): unknown {
  skipSpace(reader);
  const start = reader.at;
  const first = reader.text.charAt(start);
  const value = depth > depthLimit ? fail(reader, start, 'The nesting is too deep.')
    : first === '{' ? readObject(reader, pointer, depth)
      : first === '[' ? readArray(reader, pointer, depth)
        : first === '"' ? readString(reader) : readWord(reader);
  reader.spans.set(pointer, { start, end: reader.at });
  return value;
}

function readObject(reader: Reader, pointer: string, depth: number): unknown {
  const members: [string, unknown][] = [];
  readItems(reader, '}', () => {
    const start = reader.at;
    if (reader.text.charAt(start) !== '"') {
      fail(reader, start, 'A member\'s name in double quotes is missing here.');
      return;
    }
    const name = readString(reader);
    const path = `${pointer}/${pointerSegment(String(name))}`;
    reader.keys.set(path, { start, end: reader.at });
    skipSpace(reader);
    if (reader.fault === null && reader.text.charAt(reader.at) !== ':') {
      fail(reader, reader.at, `":" is missing after ${JSON.stringify(name)}.`);
    }
    if (reader.fault === null) {
      reader.at++;
      const value = readValue(reader, path, depth + 1);
      if (complete(reader, value, depth)) {
        members.push([String(name), value]);
      }
    }
  });
  // Own properties even for a member called __proto__.
  return reader.fault && depth > 0 ? undefined : Object.fromEntries(members);
}

function readArray(reader: Reader, pointer: string, depth: number): unknown {
  const items: unknown[] = [];
  readItems(reader, ']', () => {
    const value = readValue(reader, `${pointer}/${items.length}`, depth + 1);
    if (complete(reader, value, depth)) {
      items.push(value);
    }
  });
  return reader.fault && depth > 1 ? undefined : items;
}

/** Whether a value was read whole; an array in the root also counts with the items before a fault. */
function complete(reader: Reader, value: unknown, depth: number): boolean {
  return reader.fault === null || (depth === 0 && Array.isArray(value));
}

function readItems(reader: Reader, close: '}' | ']', item: () => void): void {
  const open = reader.at;
  reader.at++;
  skipSpace(reader);
  if (reader.text.charAt(reader.at) === close) {
    reader.at++;
    return;
  }
  for (;;) {
    skipSpace(reader);
    item();
    if (reader.fault !== null) {
      return;
    }
    skipSpace(reader);
    const next = reader.text.charAt(reader.at);
    if (next === close) {
      reader.at++;
      return;
    }
    if (next !== ',') {
      fail(reader, next === '' ? open : reader.at, next === '' ? `"${reader.text.charAt(open)}" is never closed.` : `"," or "${close}" is missing here.`);
      return;
    }
    reader.at++;
  }
}

function readString(reader: Reader): unknown {
  const { text } = reader;
  const start = reader.at;
  let at = start + 1;
  for (; at < text.length && text.charAt(at) !== '"' && text.charCodeAt(at) >= 0x20; at++) {
    if (text.charAt(at) === '\\') {
      at++;
    }
  }
  if (text.charAt(at) !== '"') {
    return fail(reader, start, 'The string is not closed on its line.');
  }
  reader.at = at + 1;
  try {
    return JSON.parse(text.slice(start, at + 1)) as unknown;
  } catch {
    return fail(reader, start, 'The string holds a wrong escape: "\\" itself is written "\\\\".');
  }
}

function readWord(reader: Reader): unknown {
  const word = /[^\s,:[\]{}"]{0,60}/y;
  word.lastIndex = reader.at;
  const found = word.exec(reader.text)?.[0] ?? '';
  try {
    const value = JSON.parse(found) as unknown;
    reader.at += found.length;
    return value;
  } catch {
    const here = found === '' ? reader.text.charAt(reader.at) : found;
    return fail(reader, reader.at, here === '' ? 'The text ends where a value is missing.' : /^[\]}]$/.test(here) ? `A value is missing before "${here}".` : `"${here}" is no JSON value.`);
  }
}

function fail(reader: Reader, offset: number, message: string): undefined {
  reader.fault ??= { offset, message };
  return undefined;
}

function skipSpace(reader: Reader): void {
  while (/^[ \t\r\n]/.test(reader.text.charAt(reader.at))) {
    reader.at++;
  }
}
