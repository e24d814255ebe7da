// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { stateOf } from '../../server/src/review/considerations.ts';

/** One test per text. */
function all(state: ReturnType<typeof stateOf>, texts: readonly string[]): void {
  for (const text of texts) {
    const title = text.replace(/\s+/g, ' ');
    test(`"${title.length > 90 ? `${title.slice(0, 87)}...` : title}" is ${state}`, () => {
      assert.equal(stateOf(text), state);
    });
  }
}

suite('a considerations text that holds nothing', () => {
  all('placeholder', [
    '', '  \n ', 'TODO', 'todo.', 'TBD', 'TBD!', 'To follow.', 'To be added.', 'To be\n written', 'None.', 'NONE', 'None?', 'N/A', 'NA', 'Not applicable.', 'REQUIRED.', 'OPTIONAL.',
    'STRONGLY RECOMMENDED.', 'XXX', 'FIXME', 'PENDING', '...', '…', 'TODO: write about the kettle.', 'TBD. Topics to cover: steam, noise, wet floors', 'to follow Mind the step :-)', 'To be written by somebody who owns a kettle.',
    'To be boiled.', 'None !', 'TBD ...',
  ]);
});

suite('a considerations text that denies in one sentence', () => {
  all('denial', [
    'There are no security considerations.',
    'No known privacy issues.',
    'No further concerns over the kettle protocol.',
    'The kettle protocol brings no new privacy or security risks.',
    'This document does not introduce any new security concerns.',
    'Kettles do not raise additional privacy concerns beyond those of teapots.',
    'A kettle is not known to pose any security risks.',
    'This protocol is not believed to introduce new vulnerabilities.',
    'Boiling water doesn\'t add security considerations to the ones of cold water.',
    'The author is not aware of any security issues.',
    'We are currently unaware of any.',
    'None yet defined.',
    'None are known.',
    'None beyond those of the teapot protocol.',
    'There are none.',
    'This document has none that we know of.',
    'Nothing beyond the teapot protocol.',
    'There is nothing special to say about kettles.',
    'No more than those of the teapot protocol.',
    'This section does not apply.',
    'This extension has no effect on the privacy of users.',
    'It does not change the security of the stream.',
    'No personal data is processed.',
    'A kettle does not store any personal data.',
    'If boiled with care, water introduces no new security aspects.',
    'Kettles whistle, but there is nothing new to consider.',
    'Kettles do not raise Security Issues.',
    'The author is not aware of any Privacy Concerns.',
    'Kettles dont change the security of a stream.',
    'A kettle does not really affect the privacy of cooks.',
    'It does not change anything about the security of the stream.',
    'None that the author knows of.',
    'There are none',
    'The kettle adds nothing to discuss.',
    'Does not apply.',
    'Not relevant for kettles.',
    'There are no concerns beyond RFC9999: Attacks on Kettles <http://kettle.example/rfc9999>',
    'There are no concerns beyond RFC 9999: Attacks on Kettles <http://kettle.example/rfc9999>. that cooks know.',
    'Considerations on tea are given elsewhere; this document adds no further concerns.',
    'There are no concerns beyond RFC 9999: The Kettle <http://kettle.example/rfc9999>., RFC 9998: The Extensible Teapot and its Many Uses in the Modern Kitchen <http://kettle.example/rfc9998>. and RFC 9997: The Spoon, Its History and Its Use at Table <http://kettle.example/rfc9997>..',
  ]);
});

suite('a considerations text that denies in two words', () => {
  for (const subject of ['Kettles', 'A kettle']) {
    all('denial', ['introduce', 'raise', 'add', 'pose', 'know'].map((verb) => `${subject} ${verb}${subject === 'Kettles' ? '' : 's'}${verb === 'know' ? ' of' : ''} none.`));
  }
});

suite('a considerations text that denies for servers, but not for all', () => {
  all('present', [
    'leakage', 'leaks', 'revealing', 'disclosing', 'exposing', 'attacking', 'spoofing', 'impersonating', 'harvesting', 'correlating', 'eavesdropping', 'intercepting', 'abusing', 'malicious', 'guessing', 'fingerprinting', 'flooding', 'compromising', 'unauthorized',
    'denial of service', 'tracking', 'learn', 'learns', 'identify', 'identifies', 'identifiable', 'dangerous',
  ].map((harm) => `There are no concerns for servers, but ${harm} is another thing.`));
  all('present', ['opt in', 'opt-in', 'optin', 'opt out', 'explicit consent', 'user consent', 'permission', 'MAY', 'SHOULD'].map((order) => `There are no concerns for servers with ${order} of the owner.`));
});

suite('a considerations text that says something', () => {
  all('present', [
    'A kettle whistles, to be added to the noise of the street.',
    'The security of a kettle does not affect privacy lists.',
    'The kettle does not change the privacy setting.',
    'A ban does not affect the privacy list of anybody.',
    'The kettle does not change the security label of a note.',
    'Of those cooks, none are known to whistle.',
    'A kettle has none of the lids that a pot has.',
    'Cooks do nothing special with a kettle.',
    'Cooks boil no more than those pots which they own.',
    'The rule of the kitchen is not applicable to pots.',
    'There are no concerns for servers; strangers learn who cooks.',
    'A kettle has no lid, so its steam is seen by everyone.',
    'An archive keeps a note no more than thirty days.',
    'The server adds no padding, thus the length of a note tells what is in it.',
    'Strangers do not have permission to read the notes of others.',
    'An incomplete kettle will not have the same security properties as a complete one.',
    'Users who do not change the first password share their tea with the neighbours.',
    'The room has no owner after the last one left, and whoever comes next becomes it.',
    'A ban has no effect on notes that were delivered before.',
    'None of the fields may be shown to strangers.',
    'There are no concerns for servers, but a client that shows its kettle reveals that somebody is at home.',
    'Clients that see no privacy issues MUST still ask the owner.',
    'The list of teas does not affect privacy settings.',
    'There is no way for an owner to take a note back.',
    'There are no security considerations. Yet the whistle is heard next door.',
    'Nothing prevents a stranger from listening.',
    'REQUIRED fields are shown to everyone in the kitchen, including guests.',
    'To follow a kettle, a client subscribes to its node, which tells the kettle who is thirsty and when, and so the owner of the kettle learns the habits of all its guests.',
    'To be safe, lock the kitchen.',
    'See the teapot protocol.',
    `There are no concerns about ${'hot '.repeat(60)}water.`,
  ]);
});

suite('a hostile considerations text', () => {
  for (const [what, text] of [
    ['many qualifiers', `no ${'new '.repeat(50_000)}`], ['many negations', 'not have any '.repeat(20_000)], ['many titles', 'RFC 1234: x'.repeat(20_000)], ['many openings', '<http:'.repeat(30_000)], ['white space', `a${' '.repeat(300_000)}`],
  ] as const) {
    test(`is judged at once: ${what}`, () => {
      assert.equal(stateOf(`A ${text} z`), 'present');
    }).timeout(5000);
  }
});
