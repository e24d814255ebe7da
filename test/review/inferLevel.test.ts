// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { Carrier } from '../../server/src/review/index.ts';
import { inferLevel } from '../../server/src/review/inferLevel.ts';
import type { Speech } from '../../server/src/review/speech.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard, reviewOrchard } from './orchard.ts';

/** A prose in which words that raise a level are said this often, and categories as often as is usual in all. */
const speech = (often: number, { prose = 'users', topics = [4, 4, 4] }: { readonly prose?: string; readonly topics?: readonly number[] } = {}): Speech => ({ prose, topics, often: () => often });
/** A prose with these words only, said once each. */
const saying = (prose: string): Speech => ({ prose, topics: [12], often: (pattern) => [...prose.matchAll(pattern)].length });

const [sample = assert.fail('no carrier')] = reviewOrchard(xepSource({ number: '9001', version: '1.2', body: exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>") })).carriers;
const own = (...categories: readonly string[]): Carrier[] => categories.map((category) => ({ ...sample, category }));
const borrowed = (...categories: readonly string[]): Carrier[] => own(...categories).map((carrier) => ({ ...carrier, own: false }));
const addressing = (carriers: readonly Carrier[]): Carrier[] => carriers.map((carrier) => ({ ...carrier, baseline: true }));

function inferred(carriers: readonly Carrier[], heard: Speech, title = 'Gate'): ReturnType<typeof inferLevel> {
  return inferLevel(readXep(xepSource({ title })), carriers, heard, orchard);
}
const levelOf = (...given: Parameters<typeof inferred>): string => inferred(...given).level;

suite('a level that is inferred', () => {
  test('rises with what the prose says', () => {
    assert.deepEqual([0, 0.5, 1.5, 2.5].map((often) => levelOf([], speech(often))), ['none', 'low', 'medium', 'high']);
  });

  for (const words of ['a user', 'users', 'a password', 'passwords', 'a credential', 'a secret', 'a token', 'what is stored', 'the storage', 'an archive of it', 'what persists', 'the location', 'an addressee', 'a leak of it', 'what it reveals', 'a disclosure of it', 'an exposure of it']) {
    test(`rises where the prose speaks of ${words}`, () => {
      assert.equal(levelOf(own('jid'), saying(`people, ${'and so on, '.repeat(9)}`)), 'low');
      assert.notEqual(levelOf(own('jid'), saying(`people, ${`${words}, `.repeat(9)}`)), 'low');
    });
  }

  test('rises with how often the prose speaks of categories', () => {
    assert.deepEqual([[], [4, 8], [10, 11], [40, 10]].map((topics) => levelOf([], speech(0.2, { topics }))), ['none', 'low', 'medium', 'high']);
  });

  test('rises with titles of documents that carry more', () => {
    assert.deepEqual(['Gate', 'Harvest of Cider'].map((title) => levelOf([], speech(0), title)), ['none', 'low']);
  });

  test('rises with the number of carriers that the document defines', () => {
    assert.deepEqual([1, 20].map((count) => levelOf(own(...Array.from({ length: count }, () => 'location')), speech(0.2))), ['low', 'medium']);
    assert.equal(levelOf(borrowed(...Array.from({ length: 20 }, () => 'location')), speech(0.2)), 'low');
  });

  test('rises where account addresses are borrowed, not where they are only those of stanzas', () => {
    assert.deepEqual([borrowed('jid'), borrowed('location'), addressing(borrowed('jid'))].map((carriers) => levelOf(carriers, speech(0.4))), ['medium', 'low', 'low']);
  });

  test('is low at least where the document defines a carrier, and may be none where it borrows', () => {
    assert.deepEqual([own('location'), borrowed('location'), addressing(own('location'))].map((carriers) => levelOf(carriers, speech(0, { topics: [] }))), ['low', 'none', 'none']);
  });

  test('is none where nothing is carried and nobody is spoken of, however weighty the words', () => {
    assert.equal(levelOf([], speech(9, { prose: 'stored secrets' })), 'none');
    assert.equal(levelOf(addressing(own('jid')), speech(9, { prose: 'stored secrets' })), 'none');
    assert.deepEqual(['a user', 'a person', 'persons', 'people'].map((prose) => levelOf([], speech(9, { prose }))), ['high', 'high', 'high', 'high']);
    assert.equal(levelOf(borrowed('jid'), speech(9, { prose: 'stored secrets' })), 'high');
  });
});

suite('the codes of a level that is inferred', () => {
  const codes = (carriers: readonly Carrier[], often: number, prose = 'users'): readonly string[] => inferred(carriers, speech(often, { prose })).codes;

  test('are those of its carriers, in the order of the rules', () => {
    assert.deepEqual(codes(own('network-address', 'message-content', 'credentials', 'media-file'), 9), ['H1', 'H3', 'H6']);
    assert.deepEqual(codes(own('profile', 'presence', 'social-graph'), 1.2), ['M1', 'M3', 'M4']);
    assert.deepEqual(codes(own('network-address', 'jid'), 0), ['L2', 'L5']);
  });

  for (const [category, high, medium] of [
    ['message-content', 'H1', 'M4'], ['media-file', 'H1', 'M4'], ['location', 'H2', 'M1'], ['financial', 'H2', 'M1'], ['credentials', 'H3', 'M7'], ['profile', 'H5', 'M4'], ['contact-details', 'H5', 'M4'], ['network-address', 'H6', 'M1'], ['moderation-record', 'H7', 'M4'],
    ['presence', 'H1', 'M1'], ['activity', 'H1', 'M1'], ['communication-metadata', 'H1', 'M1'], ['sensor', 'H1', 'M1'], ['device-client', 'H1', 'M2'], ['crypto-identity', 'H1', 'M2'], ['pseudonym', 'H1', 'M4'], ['social-graph', 'H1', 'M3'], ['jid', 'H1', 'M1'],
  ] as const) {
    test(`are ${high} and ${medium} for ${category}, if it is all`, () => assert.deepEqual([codes(own(category), 9), codes(own(category), 1.2)], [[high], [medium]]));
  }

  test('have those of presence, activity and sensors beside others', () => {
    for (const category of ['presence', 'activity', 'communication-metadata', 'sensor', 'location']) {
      assert.deepEqual(codes(own(category, 'social-graph'), 1.2), ['M1', 'M3'], category);
    }
    for (const category of ['message-content', 'media-file']) {
      assert.deepEqual(codes(own(category, 'financial'), 9), ['H1', 'H2'], category);
    }
    assert.deepEqual(codes(own('financial', 'credentials'), 9), ['H2', 'H3']);
  });

  test('have a social graph among the high ones only where it reaches the public', () => {
    for (const audience of ['the public', 'published publicly', 'anyone', 'anybody', 'an open access model', 'all users', 'all entities', 'the world']) {
      assert.deepEqual(codes(own('social-graph', 'location'), 9, `users, ${audience}`), ['H2', 'H4'], audience);
    }
    assert.deepEqual(codes(own('social-graph', 'location'), 9, 'users, a publication of all kinds'), ['H2']);
  });

  test('are the likeliest one where the carriers support none', () => {
    assert.deepEqual([codes(own('pseudonym'), 9), codes(own('jid'), 1.2), codes(own('pseudonym'), 0), codes(borrowed('pseudonym'), 0.5)], [['H1'], ['M1'], ['L5'], ['L1']]);
    assert.deepEqual(codes([], 0), []);
  });

  test('rest on what the document defines, else on what it uses', () => {
    assert.deepEqual(codes([...borrowed('credentials'), ...own('location')], 9), ['H2']);
    assert.deepEqual(codes(borrowed('credentials'), 9), ['H3']);
  });
});

suite('the reason of a level that is inferred', () => {
  const reason = (carriers: readonly Carrier[], often = 9): string => inferred(carriers, speech(often)).reason;

  test('names the categories once each, and whose they are', () => {
    assert.equal(reason([...own('location', 'jid', 'location'), ...borrowed('credentials')]), 'Inferred: the names and example values of what it defines speak of the location and the jid.');
    assert.equal(reason(borrowed('credentials', 'jid', 'location')), 'Inferred: the names and example values of what it uses speak of the credentials, the jid and the location.');
    assert.equal(reason(own('unheard-of')), 'Inferred: the names and example values of what it defines speak of unheard-of.');
  });

  test('is the words of the text where nothing is carried', () => {
    assert.match(reason([]), /from the words of its text/);
    assert.match(reason([], 0), /^Nothing that it defines/);
  });
});
