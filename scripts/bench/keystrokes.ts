// SPDX-License-Identifier: MIT
// Edits as an author makes them: one character at a time, at places all over a document, also where they leave it damaged.

/** Replaces `length` UTF-16 units at `offset`. */
export interface Keystroke {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

const typed = ['x', ' ', '<', '&', "'", '>', '/', '"', '\n', 'jid'] as const;

/** `count` keystrokes for a text, each undone by the next but one, so that the document stays what it is; the same each time. */
export function keystrokes(text: string, count: number): Keystroke[] {
  const strokes: Keystroke[] = [];
  let seed = 42;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  while (strokes.length < count) {
    const offset = random(text.length);
    const inserted = typed[random(typed.length)] ?? 'x';
    strokes.push({ offset, length: 0, text: inserted }, { offset, length: inserted.length, text: '' });
  }
  return strokes.slice(0, count);
}

export function applied(text: string, { offset, length, text: inserted }: Keystroke): string {
  return [text.slice(0, offset), inserted, text.slice(offset + length)].join('');
}
