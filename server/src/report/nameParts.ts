// SPDX-License-Identifier: MIT

/** A piece of a text; a name is an element's tag, or a form field's `var` without its quotes. */
export interface TextPart {
  readonly text: string;
  readonly isName: boolean;
}

/** What `carrierName` writes: `<item jid/>`, or `field "muc#role"`. */
const names = /(<[\w.:-]+(?: [\w.:-]+)?\/>|(?<=\bfield )"[^"`\n]{1,100}")/;

/** Takes a text apart so that the names of elements and form fields in it can be set as code. */
export function nameParts(text: string): TextPart[] {
  return text.split(names).map((part, at) => (at % 2 === 0 ? { text: part, isName: false } : { text: part.replace(/^"|"$/g, ''), isName: true }));
}
