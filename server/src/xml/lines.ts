// SPDX-License-Identifier: MIT

/** Place in a text, both 1-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Converts between offsets and positions. Lines end at LF, CR LF or CR. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  /** Offset of a position; a column beyond the line's end gives the line's end. */
  offsetAt(position: Position): number;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  let near = 0;
  return {
    lineCount: starts.length,
    positionAt(offset) {
      // Positions are mostly asked for in order: the line of the last one, or the next, is looked at before all others.
      if ((starts[near] ?? 0) <= offset) {
        for (const line of [near, near + 1]) {
          if (offset < (starts[line + 1] ?? Number.POSITIVE_INFINITY)) {
            near = line;
            return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
          }
        }
      }
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      near = low;
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    offsetAt({ line, column }) {
      const start = starts[line - 1];
      if (start === undefined) {
        return line < 1 ? 0 : text.length;
      }
      return Math.min(start + Math.max(0, column - 1), starts[line] ?? text.length);
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    return starts;
  }
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(offset + 1) !== 0x0a)) {
      starts.push(offset + 1);
    }
  }
  return starts;
}
