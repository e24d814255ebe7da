// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type CarrierRecord, type Category, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep, type Carrier } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const category = (id: string, terms: readonly string[]): Category => ({ id, label: id, short: id, definition: '', dpv: [], sensitivity: 'medium', articles: [], weight: 1, terms });
const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, formTypes: [], containers: [], controls: [], relevance: { level: 'medium' as const, codes: ['M1'], reason: 'Made up.' } };
const farm = (number: number, title: string, carriers: readonly (readonly [name: string, category: string])[], others: readonly string[]): Entry => {
  const namespace = `urn:farm:${number}`;
  return {
    ...blank, xep: `900${number}`, title, namespaces: [namespace],
    carriers: carriers.map(([name, of]): CarrierRecord => ({ in: namespace, match: [name], category: of, note: 'Made up.', source: 'One' })),
    notPersonal: [{ in: namespace, match: others, why: 'Counts hens.' }],
  };
};
/** Farms call a person "milker", and where she is "paddock"; "udder" never says anything of her. */
const dataset = compileDataset({
  version: 't', notes: {}, categories: [category('jid', ['farmer']), category('location', ['meadow']), category('communication-metadata', ['tidings']), category('message-content', ['gossip']), category('contact-details', []), category('network-address', [])],
  entries: [1, 2, 3, 4].map((number) => farm(number, 'Cow Keeping', [['cow@milker', 'jid'], ['paddock', 'location'], ['milkers', 'jid']], ['udder', 'hay@udder'])),
});

function inferred(example: string, { title = 'Goats', prose = '' } = {}): Map<string, Carrier> {
  const body = `<section1 topic='Goats'><p>${prose}</p></section1>${exampleSection(`<goat xmlns='urn:goats:0'>${example}</goat>`)}`;
  const { carriers } = reviewXep('goats.xml', xepSource({ title, body }), dataset);
  return new Map(carriers.filter((carrier) => carrier.basis === 'inferred').map((carrier) => [carrier.id.replace('urn:goats:0 ', ''), carrier]));
}

suite('a name that nobody has judged', () => {
  test('is judged by the words that it shares with judged names', () => {
    assert.deepEqual([...inferred('<first-milker>Otto</first-milker><udder>3</udder>').keys()], ['first-milker']);
    assert.match(inferred('<first-milker>Otto</first-milker>').get('first-milker')?.note ?? '', /^May be personal data: names with "milk" in them carry it in 4 of 4 XEPs\.$/);
  });

  test('is looked at in a document that was judged, whether or not its version says that it changed', () => {
    const found = (version: string): string[] => {
      const body = exampleSection("<paddock xmlns='urn:farm:1' first-milker='otto@farm.example' udder='3'>Low meadow</paddock>");
      return reviewXep('cows.xml', xepSource({ number: '9001', title: 'Cow Keeping', version, body }), dataset).carriers.filter(({ basis }) => basis === 'inferred').map(({ id }) => id);
    };
    assert.deepEqual(found('1.0'), ['urn:farm:1 paddock@first-milker']);
    assert.deepEqual(found('1.1'), ['urn:farm:1 paddock@first-milker']);
  });

  test('is none where broken markup is read as one', () => {
    assert.deepEqual([...inferred("<shed [milker='otto@farm.example'/>").keys()], []);
  });

  test('is no attribute as long as it has no value', () => {
    assert.deepEqual([...inferred("<shed milker='otto@farm.example'/>").keys()], ['shed@milker']);
    assert.deepEqual([...inferred('<shed milker />').keys()], []);
  });

  test('is likelier to carry as text of its own than as a wrapper or a flag', () => {
    assert.deepEqual([...inferred('<paddock-fence>7</paddock-fence>').keys()], ['paddock-fence']);
    assert.deepEqual([...inferred('<paddock-fence><tree/></paddock-fence>').keys()], []);
    assert.deepEqual([...inferred('<paddock-fence/>').keys()], []);
  });

  test('is likelier to carry in a document whose title speaks of what carries', () => {
    assert.equal(inferred("<bell rung='1469-07-21T02:56:15Z'/>", { title: 'Cow Keeping' }).has('bell@rung'), true);
    assert.equal(inferred("<bell rung='1469-07-21T02:56:15Z'/>", { title: 'Goats' }).has('bell@rung'), false);
  });

  test('carries the less, the longer the list of names that it stands in', () => {
    const many = Array.from({ length: 120 }, (_, index) => `<goat${index}/>`).join('');
    assert.equal(inferred("<bell ringer='otto@farm.example'/>").has('bell@ringer'), true);
    assert.equal(inferred(`<bell ringer='otto@farm.example'/>${many}`).has('bell@ringer'), false);
  });

  test('carries the more, the more the prose speaks of users', () => {
    const example = "<bell rung='1469-07-21T02:56:15Z'/>";
    assert.equal(inferred(example).has('bell@rung'), false);
    assert.equal(inferred(example, { prose: 'The user tells other users, and people, what a user does. '.repeat(12) }).has('bell@rung'), true);
  });

  for (const [what, before, after, recipients] of [
    ['a message', "<message to='nell@garden.example' type='chat'>", '</message>', ['own-server', 'peer-server', 'contact']],
    ['a message to a room', "<message to='barn@rooms.example' type='groupchat'>", '</message>', ['own-server', 'peer-server', 'occupants']],
    ['presence', '<presence>', '</presence>', ['own-server', 'peer-server', 'contact']],
    ['a request without an address', "<iq type='set'>", '</iq>', ['own-server']],
    ['a request to the own account', "<iq type='set' to='otto@farm.example'>", '</iq>', ['own-server']],
    ['a request to a service', "<iq type='set' to='rooms.example'>", '</iq>', ['own-server']],
    ['the answer of a service', "<iq type='result' from='rooms.example' to='otto@farm.example/shed'>", '</iq>', ['own-server']],
    ['an error of a service', "<iq type='error' from='rooms.example' to='otto@farm.example/shed'>", '</iq>', ['own-server']],
    ['the answer of a client', "<iq type='result' from='nell@garden.example/bench' to='otto@farm.example'>", '</iq>', ['own-server', 'peer-server', 'contact']],
    ['a request to a part of a service', "<iq type='set' to='rooms.example/barn'>", '</iq>', ['own-server']],
    ['a request to a client', "<iq type='get' to='nell@garden.example/bench'>", '</iq>', ['own-server', 'peer-server', 'contact']],
    ['an item that is published', "<iq type='set'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='goats'><item>", '</item></publish></pubsub></iq>', ['own-server', 'peer-server', 'subscribers']],
    ['an item that is fetched', "<iq type='result'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='goats'><item>", '</item></items></pubsub></iq>', ['own-server', 'peer-server', 'subscribers']],
    ['an item that is withdrawn', "<iq type='set'><pubsub xmlns='http://jabber.org/protocol/pubsub'><retract node='goats'><item>", '</item></retract></pubsub></iq>', ['own-server', 'peer-server', 'subscribers']],
    ['an item of another list', "<iq type='set'><query xmlns='urn:sheep:0'><item>", '</item></query></iq>', ['own-server']],
    ['an item alone', '<item>', '</item>', []],
    ['something else that is published', "<presence><publish xmlns='urn:sheep:0'><wool>", '</wool></publish></presence>', ['own-server', 'peer-server', 'contact']],
    ['no stanza', '', '', []],
  ] as const) {
    test(`is seen by those whom ${what} reaches`, () => {
      const body = exampleSection(`${before}<goat xmlns='urn:goats:0'><milker>Otto</milker></goat>${after}`);
      const { carriers } = reviewXep('goats.xml', xepSource({ title: 'Goats', body }), dataset);
      assert.deepEqual(carriers.find(({ id }) => id === 'urn:goats:0 milker')?.recipients, recipients);
    });
  }

  test('is seen by those whom all its examples reach together, the nearest first', () => {
    const goat = "<goat xmlns='urn:goats:0'><milker>Otto</milker></goat>";
    const body = exampleSection(`<message to='barn@rooms.example' type='groupchat'>${goat}</message>`) + exampleSection(`<presence>${goat}</presence>`);
    const { carriers } = reviewXep('goats.xml', xepSource({ title: 'Goats', body }), dataset);
    assert.deepEqual(carriers.find(({ id }) => id === 'urn:goats:0 milker')?.recipients, ['own-server', 'peer-server', 'contact', 'occupants']);
  });

  test('carries no more for what a paragraph says that its author has not finished', () => {
    const example = "<bell rung='1469-07-21T02:56:15Z'/>";
    const users = 'The user tells other users, and people, what a user does. '.repeat(12);
    assert.deepEqual(['TODO', 'TBD', 'FIXME', 'XXX', '<!-- TODO: ask the goats -->', '<b>TODON</b>'].map((mark) => inferred(example, { prose: `${users}${mark}` }).has('bell@rung')), [false, false, false, false, true, true]);
  });

  test('gets its category from what its words mean elsewhere', () => {
    assert.deepEqual([...inferred('<paddock>7</paddock><milkers>Otto</milkers>').values()].map((carrier) => carrier.category), ['location', 'jid']);
  });

  test('gets its category from what the prose is about where its name says nothing', () => {
    const about = (prose: string): string | undefined => inferred('<x1>otto@farm.example has been seen here</x1>', { title: 'Cow Keeping of Cows', prose: `Every user knows users. ${prose.repeat(20)}` }).get('x1')?.category;
    assert.deepEqual([about('The gossip. '), about('A meadow, by the meadow. ')], ['message-content', 'location']);
  });

  test('is an e-mail address where its name speaks of mail and its values are addresses', () => {
    const [carrier] = inferred("<bell mail='otto@farm.example'/>").values();
    assert.equal(carrier?.category, 'contact-details');
  });

  test('says why in at most 400 characters, however long the name', () => {
    const [carrier] = inferred(`<${'milker-'.repeat(200)}>otto@farm.example</${'milker-'.repeat(200)}>`).values();
    assert.ok(carrier && carrier.note.length <= 400, carrier?.note);
  });
});

test('prose with many opened sections and none closed is read in a moment', () => {
  const opened = '<![CDATA[ x '.repeat(20_000);
  const { relevance } = reviewXep('goats.xml', xepSource({ title: 'Goats', body: `<p>${opened}` }), dataset);
  assert.equal(relevance.basis, 'inferred');
});
