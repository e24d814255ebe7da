// SPDX-License-Identifier: MIT

/** Text on one line, without characters that steer a terminal or turn the direction of what follows. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to be left out
  return text.replace(/[^\S ]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
