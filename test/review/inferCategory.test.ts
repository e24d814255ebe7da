// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Lexicon } from '../../server/src/dataset/index.ts';
import { evidenceOf, type Evidence } from '../../server/src/review/evidence.ts';
import { noNames, unjudgedIn, type Name } from '../../server/src/review/found.ts';
import { documentCategories, inferCategory } from '../../server/src/review/inferCategory.ts';

const categories = ['jid', 'contact-details', 'network-address', 'communication-metadata', 'message-content', 'location', 'pseudonym', 'sensor'] as const;
type Odds = Partial<Record<typeof categories[number], number>>;
const inOrder = (odds: Odds): number[] => categories.map((id) => odds[id] ?? 0);

/** A lexicon in which some features speak for some categories, all else being unknown. */
const lexiconOf = (features: Readonly<Record<string, Odds>> = {}): Lexicon => ({ ...compileDataset({ version: 'test', notes: {}, categories: [], entries: [] }).lexicon(), categories, usualCategories: inOrder({}), categoryOdds: (feature) => { const odds = features[feature]; return odds && inOrder(odds); } });

function seen(name: Partial<Name>, values: readonly string[] = [], parents: readonly string[] = []): Evidence {
  return evidenceOf({ ...unjudgedIn(noNames(), { namespace: 'urn:kettle:0', element: 'x1', attribute: null, field: null, ...name }), values: [...values], parents: new Set(parents) });
}

function inferred(evidence: Evidence, beforehand: Odds = {}, features: Readonly<Record<string, Odds>> = {}): string {
  return inferCategory(evidence, inOrder(beforehand), lexiconOf(features)).category;
}

suite('the category of a name that nobody has judged', () => {
  test('is the one that the document speaks of, where nothing else is known', () => {
    assert.deepEqual([inferred(seen({}), { location: 0.1 }), inferred(seen({}), { sensor: 0.1 })], ['location', 'sensor']);
  });

  for (const [what, features, expected] of [
    ['the name as an attribute, not as an element', { 'a:milk-cup': { location: 9 }, 'e:milk-cup': { sensor: 99 }, 'n:milk-cup': { sensor: 99 } }, 'location'], ['a word of the name', { 's:milk': { location: 9 }, 's:tea': { sensor: 99 } }, 'location'],
    ['the name on this element, not on others', { '@:tray@milk-cup': { location: 9 }, '@:shelf@milk-cup': { sensor: 99 } }, 'location'], ['two words of the name together, against a third', { 's:milk': { location: 9 }, 's:cup': { location: 9, sensor: 12 } }, 'location'],
  ] as const) {
    test(`is the one for which ${what} speaks elsewhere`, () => assert.equal(inferred(seen({ element: 'tray', attribute: 'milk-cup' }), { jid: 0.5 }, features), expected));
  }

  test('rests less on each word, the more words the name has', () => {
    const words = ['milk', 'cup', 'tea', 'hot', 'big', 'new', 'red', 'old', 'wet'];
    const attribute = words.join('-');
    const features = { ...Object.fromEntries(words.map((word) => [`s:${word}`, { sensor: 1 }])), [`@:tray@${attribute}`]: { location: 4 } };
    assert.equal(inferred(seen({ element: 'tray', attribute }), {}, features), 'location');
  });

  test('is the one that its name means, or the name of what it belongs to', () => {
    assert.deepEqual([seen({ attribute: 'latitude' }), seen({ attribute: 'x1', element: 'geoloc' }), seen({}, [], ['geoloc'])].map((evidence) => inferred(evidence, { jid: 0.5 })), ['location', 'location', 'location']);
    assert.equal(inferred(seen({ element: 'geoloc', attribute: 'nick' })), 'pseudonym');
  });

  test('rests the less on a name, the less often that alone means personal data', () => {
    assert.deepEqual(['latitude', 'timestamp'].map((attribute) => inferred(seen({ attribute }), { sensor: 0.9 })), ['location', 'sensor']);
  });

  for (const [what, value, expected] of [
    ['account addresses', 'otto@kettle.example', 'jid'], ['IP addresses', '192.0.2.1', 'network-address'], ['e-mail addresses', 'mailto:otto@kettle.example', 'contact-details'], ['telephone numbers', '+12125550101', 'contact-details'],
    ['dates', '1469-07-21T02:56:15Z', 'communication-metadata'], ['sentences', 'Tea is served now.', 'message-content'], ['nothing of the kind', 'blue', 'sensor'],
  ] as const) {
    test(`is ${expected} where the values are ${what}`, () => assert.equal(inferred(seen({}, [value]), { sensor: 0.3 }), expected));
  }

  test('is contact details where the name says so and the values are addresses', () => {
    assert.equal(inferred(seen({ attribute: 'email' }, ['otto@kettle.example']), { sensor: 2 }), 'contact-details');
    assert.equal(inferred(seen({ attribute: 'email' }), { sensor: 2 }), 'sensor');
  });

  test('is what the name says rather than an account address, where the name says something else than the values', () => {
    assert.deepEqual(['nick', 'user', 'x1'].map((attribute) => inferred(seen({ attribute }, ['otto@kettle.example']))), ['pseudonym', 'jid', 'jid']);
    assert.deepEqual([inferred(seen({ attribute: 'nick' }, ['otto@kettle.example']), { sensor: 0.8 }), inferred(seen({ attribute: 'user' }, ['otto@kettle.example']), { sensor: 1.8 })], ['pseudonym', 'jid']);
  });

  test('is one that the dataset has, whatever the name means', () => {
    assert.equal(inferred(seen({ attribute: 'password' }), { sensor: 0.1 }), 'sensor');
  });

  test('comes with two others at most, the likeliest first, and only with those that may well be meant', () => {
    const also = (beforehand: Odds): readonly string[] => inferCategory(seen({}), inOrder(beforehand), lexiconOf()).also;
    assert.deepEqual([also({ sensor: 9 }), also({ sensor: 9, location: 8.5 }), also({ sensor: 9, jid: 8.9, location: 8.95 }), also({})], [[], ['location'], ['location', 'jid'], []]);
    assert.deepEqual(also({ sensor: 9, location: 8.95, jid: 8.9, pseudonym: 8.85 }), ['location']);
  });
});

suite('what a document says of its categories beforehand', () => {
  const topics = (said: Odds): { prose: string; often: () => number; topics: number[] } => ({ prose: '', often: () => 0, topics: inOrder(said) });
  const likeliest = (title: string, said: Odds, lexicon: Lexicon): string => inferCategory(seen({}), documentCategories(title, topics(said), lexicon), lexicon).category;

  test('is what its title says elsewhere', () => {
    const lexicon = lexiconOf({ 'title:milk': { location: 9 }, 'title:cow': { sensor: 9 } });
    assert.deepEqual(['Milk', 'The Cow', 'The Cow Path'].map((title) => likeliest(title, {}, lexicon)), ['location', 'sensor', 'sensor']);
  });

  test('is what its prose speaks of, more than is usual', () => {
    assert.deepEqual([likeliest('Tea', { location: 9 }, lexiconOf()), likeliest('Tea', { sensor: 9, location: 8 }, lexiconOf())], ['location', 'sensor']);
    assert.equal(likeliest('Tea', { 'communication-metadata': 1.3, 'pseudonym': 1.2 }, lexiconOf()), 'pseudonym');
  });

  test('is what is common elsewhere', () => {
    const usual = { ...lexiconOf(), usualCategories: inOrder({ 'jid': -9, 'contact-details': -9, 'network-address': -9, 'communication-metadata': -9, 'message-content': -9, 'location': -3, 'pseudonym': -9, 'sensor': -9 }) };
    assert.equal(likeliest('Tea', {}, usual), 'location');
  });
});
