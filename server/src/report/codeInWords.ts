// SPDX-License-Identifier: MIT

/** Level codes in codeWords, as data/codes.md has them. */
export const codeWords: Readonly<Record<string, string>> = {
  H1: 'Content of communications is stored, archived, exported or given to a third party',
  H2: 'The vocabulary names a special category of data, a precise location, or payment data',
  H3: 'Secrets that authenticate, or private keys, travel or rest in reusable form',
  H4: "A social graph leaves the user's own server, is exported in bulk, or another entity can read or change it",
  H5: 'Civil identity, portrait or contact details are published or collected',
  H6: "The user's network address becomes known to another user or a third party",
  H7: "An administrator, component or authority gets others' data in bulk, or persons are scored or reported",
  H8: 'What a person did not send as a message is captured: pages, media, look-ups, unsent text, speech',
  M1: 'Availability, reading, typing, times or coarse activity are disclosed to peers',
  M2: 'An identifier or fingerprint is stable across sessions, rooms or devices',
  M3: "The user's own relations or preferences are stored at the own server",
  M4: 'Nickname, role or free text about an identifiable person',
  M5: 'Calls or meetings between persons are set up',
  M6: 'Existing personal data is copied to more of the same parties',
  M7: 'Tokens or invitations tie accounts together',
  M8: 'The purpose is a right or a control: erasure, access, portability, restriction, transparency, blocking, invisibility',
  L1: 'A container that can hold anything',
  L2: 'A transport that shows an intermediary addresses or traffic',
  L3: 'Ids or tokens of one session',
  L4: 'Facts of a server or operator, with a possible one-person case',
  L5: 'Own carriers that no other rule fits',
  'A+': 'One level up: the default audience is public or a third party, without opt-in',
  'A-': 'One level down: confined to the own server or devices by a MUST NOT, nothing stored',
};

/** All level codes, in the order of the rules. */
export const levelCodes: readonly string[] = Object.keys(codeWords);

/** What a level code means; the code itself where it is none of ours. */
export function codeInWords(code: string): string {
  return codeWords[code] ?? code;
}
