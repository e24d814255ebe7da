// SPDX-License-Identifier: MIT
import fc from 'fast-check';

/** A change of a text: so many units at a place, as a share of the text, give way to others. */
export interface Mutation {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What breaks markup, and what markup is made of. */
const tokens = [
  '<', '>', '&', "'", '"', '</', '/>', '<!', '<?', '?>', '<!--', '-->', '<![CDATA[', ']]>', ']', '&lt;', '&gt;', '&amp;lt;', '&#0;', '&#x41;', '&tea;', '%ents;', '&xep0191;', '...', '\0', '\ud800', '\udc00', '\r', '\r\n', '\u2028', '\ufeff',
  '<example>', '</example>', '<p>', '</p>', '</section1>', "<section1 topic='Privacy Considerations'>", 'TODO', ' xmlns=', "xmlns='urn:xmpp:blocking'", "jid='romeo@montague.lit'", '<xep>', '</xep>', '</header>', '<!ENTITY tea "&tea;&tea;">', '{', '}', '[', '"until"', ',', ':', '1e999', 'null', 'é', '😀',
  '<constructor toString="x">', " __proto__='a@b.lit'", "<x xmlns='__proto__'>", "<field var='constructor'>", '&constructor;', 'constructor:', '"__proto__":',
] as const;

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.integer({ min: 13, max: 4000 }) }),
  inserted: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...tokens) }, { weight: 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
});

export function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((it, { at, removed, inserted }) => {
    const offset = Math.floor(at * it.length);
    return it.slice(0, offset) + inserted + it.slice(offset + removed);
  }, text);
}
