// SPDX-License-Identifier: MIT
// Where VS Code reads more than text in what it shows: links in messages, icons in labels. Texts of documents must be neither.

/** Text for a message: VS Code makes links, which may run commands, of `[text](target)`. */
export function inMessage(text: string): string {
  return oneLine(text).replace(/\](?=\()/g, '] ');
}

/** Text for a label that may have icons, as of status bar and quick pick: VS Code makes one of `$(name)`. */
export function inLabel(text: string): string {
  return oneLine(text).replace(/\$(?=\()/g, '$ ');
}

/** Text on one line, without characters that steer or turn the direction of what follows. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to be left out
  return text.replace(/[^\S ]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
