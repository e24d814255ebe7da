// SPDX-License-Identifier: MIT

/** A value as JSON in which every character that would steer a terminal, or turn the direction of what follows, is written as its number. */
export function jsonText(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
