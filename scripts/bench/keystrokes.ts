// SPDX-License-Identifier: MIT
// Edits as an author makes them: one character at a time, at places all over a document, also where they leave it damaged.
import { median, percentile } from './figures.ts';
import type { Row } from './report.ts';

/** The documents that take the longest. */
export const largest = ['xep-0326.xml', 'xep-0060.xml', 'xep-0324.xml', 'xep-0045.xml'];
/** How many keystrokes are counted, and how many come before. */
export const strokes = 300;
export const warmUp = 60;

/** Median, 95th percentile and the slowest of keystrokes in a document, with goals for the first two. */
export function strokeRows(name: string, times: readonly number[], goal?: number, goal95?: number): Row[] {
  return [
    { what: `${name}, median`, value: median(times), unit: 'ms', ...goal !== undefined && { goal } },
    { what: `${name}, 95 of 100`, value: percentile(times, 0.95), unit: 'ms', ...goal95 !== undefined && { goal: goal95 } },
    { what: `${name}, slowest`, value: Math.max(...times), unit: 'ms' },
  ];
}

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
