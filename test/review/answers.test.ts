// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { answersIn } from '../../server/src/review/answers.ts';
import { questionRules, type QuestionKind } from '../../server/src/review/questionRules.ts';
import { orchard } from './orchard.ts';

const category = orchard.categories.get('location') ?? assert.fail('no category');
const kinds = questionRules.map(({ kind }) => kind);

/** The questions that a text answers; of a document with one category, unless told otherwise. */
function answered(text: string, alone = true): QuestionKind[] {
  return kinds.filter(answersIn(text, { category, carriers: [] }, alone, orchard));
}

const choice = ['It is sent by default.', 'Users opt in.', 'There is an opt-out.', 'A client asks for consent.', 'It must be enabled explicitly.', 'Users can switch it off, or rather: switching off is up to them.', 'They approve each one.', 'It is kept unless they choose otherwise.'];
const limits = ['It expires after a day.', 'The server deletes it.', 'Retention is up to the server.', 'Say how long.', 'It is stored by servers of orchards for a day.', 'Servers store it for a day.', 'They cache it until the harvest.', 'They are kept until the harvest.', 'A cached entry is used as long as it is fresh, or rather it is cached for a day.'];
const said: Readonly<Record<QuestionKind, readonly string[]>> = {
  'special-category': ['It tells of religion.', 'It tells of health.', 'It is sent with express consent.'],
  'purpose': ['It is needed.', 'It is sent in order to find a hut.', 'It is required for picking.', 'Minimize it.'],
  'precision': ['It may be inaccurate, so accuracy is told.', 'Clients round it.', 'The value is approximate.', 'It is a coarse-grained one.'],
  'observers': ['It is exposed to servers.', 'Everyone sees it.', 'A third party learns it.', 'It is shared with other parties.'],
  'public': choice,
  'network': ['Use a relay.', 'Clients hide it behind a proxy.', 'It MUST NOT be sent to strangers.', 'Do not reveal it.', 'A TURN server helps.'],
  'persistence': ['It can be correlated.', 'It is random.', 'It is regenerated each day.', 'It serves as a fingerprint.'],
  'retention': limits,
  'erasure': limits,
  'default': choice,
  'automatic': choice,
  'sharing': ['It is sent only to pickers.', 'Only those who pick get it.', 'It is sent to authorized entities.', 'It is seen by subscribers.', 'Set an access model.', 'It is set per-contact.', 'Clients can turn it off, or rather: it is turned off.', 'It is not sent.', 'Approval is asked.'],
  'services': ['A push service learns it.', 'It is visible to third-party providers.', 'Gateways have access.'],
  'third-parties': ['Contacts MUST be asked.', 'The consent of other people is asked.', 'Bystanders are informed.', 'It concerns privacy of other entities.'],
  'judged': ['The accused may appeal.', 'A report may be false.', 'It can be corrected.'],
  'secrets': ['It is hashed.', 'It is sent as plaintext.', 'It is sent as clear-text.', 'It is stored.', 'It can be revoked.', 'It is single-use.'],
  'content': ['It is encrypted.', 'Use end-to-end means.', 'It can be eavesdropped.', 'It is sent as plain text.'],
  'compromise': ['A breach is bad.', 'It may be stolen.', 'After a break-in it is gone.', 'An unauthorized person has it.'],
  'copies': ['It is copied.', 'It ends in logs.', 'There are backups.', 'It is forwarded.'],
  'misuse': ['An attacker has it.', 'It can be abused.', 'Spammers want it.', 'It is used for stalking.'],
  'surveillance': ['Pickers can be tracked.', 'It shows habits.', 'It tells of behaviour.', 'Others infer it.'],
};

suite('what answers a question to the author', () => {
  for (const kind of kinds) {
    test(`on ${kind}`, () => assert.deepEqual(said[kind].filter((sentence) => !answered(sentence).includes(kind)), []));
  }

  test('is nothing that is beside the point, and nothing where nothing is said', () => {
    assert.deepEqual(['The pear tree is a green one.', '', ' ', 'In the third row stands a tree of a kind.'].map((text) => answered(text)), [[], [], [], []]);
  });

  test('must say what is seen and by whom', () => {
    assert.deepEqual(['The trees are visible.', 'The server is green.', 'The provider is green.'].map((text) => answered(text).filter((kind) => kind === 'observers' || kind === 'services')), [[], [], []]);
  });

  test('must say of other people what is to be done, in words of a standard', () => {
    assert.deepEqual(['Contacts are people.', 'Contacts may be people.', 'One MUST pick.'].map((text) => answered(text).filter((kind) => kind === 'third-parties')), [[], [], []]);
  });

  test('must say of keeping how long that is', () => {
    assert.deepEqual(['It is stored.', 'It is kept by the server.', 'It is kept, as all that is in the orchard of an owner is, for a day.'].map((text) => answered(text).filter((kind) => kind === 'retention')), [[], [], []]);
  });

  test('is said of the category or right behind, where the document brings others too', () => {
    const precise = (text: string): boolean => answered(text, false).includes('precision');
    assert.ok(precise('The location of people is exact.'));
    assert.ok(precise('Mind the location of people. It is exact.'));
    assert.ok(!precise('Mind the location of people. It is green. It is exact.'));
    assert.ok(!precise('It is exact. Mind the location of people.'));
    assert.ok(!precise('It is exact.'));
    assert.ok(answered('It is green. It is exact.').includes('precision'));
  });

  test('stands in one sentence', () => {
    assert.deepEqual(answered('It is exposed. The server is green.').filter((kind) => kind === 'observers'), []);
  });
});
