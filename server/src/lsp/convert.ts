// SPDX-License-Identifier: MIT
import type { Position } from 'vscode-languageserver';
import { lineIndex, type LineIndex, type Span } from '../xml/index.ts';
import type { Range } from './protocol.ts';

/** What a position's `character` counts: UTF-16 units, UTF-8 bytes or code points. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

const encodings: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** Converts between offsets into one text and positions of the protocol (0-based). */
export interface Places {
  /** The text's lines, for whoever else needs them. */
  readonly lines: LineIndex;
  position(offset: number): Position;
  range(start: number, end: number): Range;
  rangeOf(span: Span): Range;
  /** Offset of a position; a character beyond the line's end gives the line's end. */
  offset(position: Position): number;
}

/** The first encoding of the client's preference that the server knows; UTF-16 for a client that says nothing. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  return offered?.find((one): one is Encoding => (encodings as readonly string[]).includes(one)) ?? 'utf-16';
}

export function placesIn(text: string, encoding: Encoding): Places {
  const lines = lineIndex(text);
  const position = (offset: number): Position => {
    const { line, column } = lines.positionAt(offset);
    return { line: line - 1, character: encoding === 'utf-16' ? column - 1 : length(text, offset - column + 1, offset, encoding) };
  };
  const range = (start: number, end: number): Range => ({ start: position(start), end: position(end) });
  return {
    lines,
    position,
    range,
    rangeOf: ({ start, end }) => range(start, end),
    offset({ line, character }) {
      if (line >= lines.lineCount) {
        return text.length;
      }
      const start = lines.offsetAt({ line: line + 1, column: 1 });
      const end = lineEnd(text, start, line + 1 < lines.lineCount ? lines.offsetAt({ line: line + 2, column: 1 }) : text.length);
      return encoding === 'utf-16' ? Math.min(start + Math.max(0, character), end) : advance(text, start, end, character, encoding);
    },
  };
}

/** The end of a line without its line break. */
function lineEnd(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && (text.charCodeAt(end - 1) === 0x0a || text.charCodeAt(end - 1) === 0x0d)) {
    end--;
  }
  return end;
}

function length(text: string, from: number, to: number, encoding: Encoding): number {
  let units = 0;
  for (let offset = from; offset < to;) {
    const code = text.codePointAt(offset) ?? 0;
    units += unitsOf(code, encoding);
    offset += code > 0xffff ? 2 : 1;
  }
  return units;
}

function advance(text: string, start: number, end: number, character: number, encoding: Encoding): number {
  let left = character;
  let offset = start;
  while (offset < end && left > 0) {
    const code = text.codePointAt(offset) ?? 0;
    left -= unitsOf(code, encoding);
    offset += code > 0xffff ? 2 : 1;
  }
  return Math.min(offset, end);
}

function unitsOf(code: number, encoding: Encoding): number {
  return encoding === 'utf-32' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
