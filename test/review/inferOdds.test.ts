// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Category, type Dataset, type Entry } from '../../server/src/dataset/index.ts';
import type { Unjudged } from '../../server/src/review/found.ts';
import { beforehand, infer, type Beforehand } from '../../server/src/review/infer.ts';
import { readSpeech } from '../../server/src/review/speech.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { xepSource } from '../support/xepSource.ts';

const category = (id: string, terms: readonly string[] = []): Category => ({ id, label: id, short: id, definition: '', dpv: [], sensitivity: id === 'location' ? 'high' : 'low', articles: [], weight: 1, terms });
const farm = (number: number): Entry => ({
  xep: `900${number}`, title: 'Cow Keeping', kind: 'protocol', reviewed: { version: '1.0', date: '2026-11-23' }, relevance: { level: 'medium', codes: ['M1'], reason: 'Made up.' }, namespaces: [`urn:farm:${number}`], formTypes: [], containers: [], controls: [],
  carriers: [{ in: `urn:farm:${number}`, match: ['paddock', ...number > 1 ? ['milker'] : [], ...number > 2 ? ['shearer'] : []], category: 'location', note: 'Made up.', source: 'One' }], notPersonal: [{ in: `urn:farm:${number}`, match: ['udder'], why: 'Counts hens.' }],
});
/** Four farms know paddocks, three know milkers, two know shearers. */
const dataset = compileDataset({ version: 't', notes: {}, categories: [category('location', ['meadow']), category('jid', ['farmer'])], entries: [1, 2, 3, 4].map(farm) });

/** A name that says nothing, and of which nothing is known. */
const nothing: Unjudged = { key: '', namespace: 'urn:goats', element: 'x1', attribute: null, field: null, sightings: [], values: [], types: new Set(), parents: new Set(), ways: new Set(), wraps: false, hasText: false };
type Facts = Partial<Unjudged>;
const field = (name: string): Facts => ({ element: 'field', field: { formType: null, var: name } });
const valued = (...values: readonly string[]): Facts => ({ values: [...values] });
const typed = (...types: readonly string[]): Facts => ({ types: new Set(types) });

interface Leaning { readonly withAttributes?: readonly string[]; readonly data?: Dataset }

/** What speaks for a carrier, as log odds: as much as it takes to outweigh it. */
function leaning(facts: Facts, { withAttributes = [], data = dataset }: Leaning = {}): number {
  let [low, high] = [-16, 16];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    const before: Beforehand = { odds: -middle, categories: [0, 0], withAttributes: new Set(withAttributes) };
    [low, high] = infer({ ...nothing, ...facts }, before, data) ? [middle, high] : [low, middle];
  }
  return Math.round(low * 1e4) / 1e4 + 0;
}
const attribute = (facts: Facts): Facts => ({ attribute: 'x2', ...facts });

suite('what speaks for personal data', () => {
  test('is nothing where nothing is known of a name, and then there is no verdict', () => {
    assert.equal(leaning({}), 0);
    assert.equal(infer(nothing, { odds: 0, categories: [0, 0], withAttributes: new Set() }, dataset), undefined);
  });

  for (const [what, value] of [['an account address', 'otto@farm.example'], ['an IPv4 address', '192.0.2.7'], ['an e-mail address', 'mailto:otto@farm.example'], ['a phone number', '+49 30 901820'], ['a sentence', 'The goats are in the meadow.'], ['a date', '2026-11-23']] as const) {
    test(`is a value like ${what}`, () => assert.ok(leaning(attribute(valued(value))) > 0));
  }
  for (const [what, value] of [['a service', 'farm.example'], ['a room', 'barn@conference.farm.example'], ['a truth value', 'true'], ['a flag', '1']] as const) {
    test(`is not a value like ${what}, which speaks against it`, () => assert.ok(leaning(attribute(valued(value))) < 0));
  }

  test('is the more, the more of the values look like it', () => {
    const [all, half] = [leaning(attribute(valued('192.0.2.7', '192.0.2.8'))), leaning(attribute(valued('192.0.2.7', 'goat')))];
    assert.ok(Math.abs(all - 2 * half) < 1e-3 && half > 0, `${all} ${half}`);
  });

  test('is text of an element, while wrapping others without text speaks against it', () => {
    const text = { hasText: true };
    assert.ok(leaning(text) > 0);
    assert.ok(leaning({ wraps: true }) < 0);
    assert.equal(leaning({ wraps: true, ...text }), 0);
    assert.equal(leaning(attribute({ wraps: true })), 0);
    assert.equal(leaning(attribute(text)), 0);
  });

  test('is not an element that holds attributes only: these carry, not the element', () => {
    const withAttributes = ['urn:goats x1'];
    assert.ok(leaning({}, { withAttributes }) < 0);
    assert.equal(leaning({}, { withAttributes: ['urn:goats x2', 'urn:sheep x1', 'x1'] }), 0);
    assert.equal(leaning({ hasText: true }, { withAttributes }), leaning({ hasText: true }));
    assert.equal(leaning({ wraps: true }, { withAttributes }), leaning({ wraps: true }));
    assert.equal(leaning(attribute({}), { withAttributes }), 0);
  });

  test('is being a form field', () => {
    assert.ok(leaning(field('x1')) > 0);
    assert.equal(leaning({ ...field('x1'), wraps: true }), leaning(field('x1')));
  });

  for (const type of ['text-private', 'text-multi', 'jid-single', 'jid-multi']) {
    test(`is the type ${type}`, () => assert.ok(leaning({ ...field('x1'), ...typed('string', type) }) > leaning(field('x1'))));
  }
  for (const type of ['boolean', 'empty', 'enumeration', 'list-single', 'list-multi', 'integer', 'int', 'short', 'byte', 'long', 'unsignedInt', 'unsignedShort', 'unsignedByte', 'unsignedLong', 'positiveInteger', 'nonNegativeInteger']) {
    test(`is not the type ${type}, which speaks against it`, () => assert.ok(leaning({ ...field('x1'), ...typed('string', type) }) < leaning(field('x1'))));
  }
  for (const type of ['string', 'text-single', 'dateTime', 'nonEmptyString', 'booleanOrString', 'enumeration-like', 'some-jid-', 'whitelist-entry', 'fingerprintType', 'pointer', 'point', 'integerOrString', 'longitude', 'shortText', 'not-text-multi', 'my-empty']) {
    test(`is not the type ${type}, which says nothing`, () => assert.equal(leaning(typed(type)), 0));
  }

  test('is each part of a name that other XEPs use for it', () => {
    const taught = (...features: readonly string[]): Dataset => ({ ...dataset, lexicon: () => ({ ...dataset.lexicon(), odds: (feature) => (features.includes(feature) ? 1 : 0) }) });
    const name = { element: 'goat-barn' };
    for (const [facts, feature] of [[name, 'n:goat-barn'], [name, 'e:goat-barn'], [name, 's:goat'], [{ attribute: 'goat' }, 'a:goat'], [{ attribute: 'goat' }, '@:x1@goat'], [field('goat'), 'f:goat']] as const) {
      assert.ok(leaning(facts, { data: taught(feature) }) > leaning(facts), feature);
    }
    const both = leaning(name, { data: taught('n:goat-barn', 'e:goat-barn') });
    assert.ok(both > leaning(name, { data: taught('n:goat-barn') }) && both > leaning(name, { data: taught('e:goat-barn') }));
    assert.ok(leaning(name, { data: taught('n:goat-barn', 's:goat') }) > both - leaning(name, { data: taught('e:goat-barn') }));
  });

  test('is a word of a name the less, the more other words the name has', () => {
    const taught: Dataset = { ...dataset, lexicon: () => ({ ...dataset.lexicon(), odds: (feature) => (feature === 's:goat' ? 1 : 0) }) };
    const [one, two, four] = ['goat', 'goat-barn', 'goat-barn-door-bell'].map((element) => leaning({ element }, { data: taught }));
    assert.ok(one !== undefined && two !== undefined && four !== undefined);
    assert.ok(Math.abs(one / two - Math.SQRT2) < 1e-3 && Math.abs(one / four - 2) < 1e-3, `${one} ${two} ${four}`);
  });

  test('is not a name without Latin letters, of which nothing is known', () => {
    assert.equal(leaning({ element: 'коза' }), 0);
  });

  test('is a word that protocols use for it, the more where it has a value', () => {
    const text = { hasText: true };
    const [flag, element] = [leaning({ element: 'password' }), leaning({ element: 'password', ...text }) - leaning(text)];
    assert.ok(flag > 0 && element > flag, `${flag} ${element}`);
    assert.ok(Math.abs(leaning(field('password')) - leaning(field('x1')) - element) < 1e-3, 'a field has one');
    assert.ok(element > leaning({ element: 'activity', ...text }) - leaning(text), 'weaker words weigh less');
  });
});

suite('what a document says beforehand of its names', () => {
  const before = (prose = '', { title = 'Goats', names = 20 } = {}): Beforehand => {
    const document = readXep(xepSource({ title, body: `<section1 topic='Goats'><p>${prose}</p></section1>` }));
    const unjudged = new Map(Array.from({ length: names }, (_, index) => [`urn:goats x${index}`, { ...nothing, element: `x${index}` }]));
    return beforehand(document, readSpeech(document, dataset.lexicon()), unjudged, dataset);
  };
  const usual = before('hay').odds;

  for (const words of ['a user', 'users', 'a person', 'persons', 'people', 'a human', 'someone', 'privacy', 'private and personal']) {
    test(`speaks for personal data where there is talk of ${words}`, () => assert.ok(before(words).odds > usual));
  }
  for (const words of ['a server', 'servers', 'a service', 'services']) {
    test(`speaks against it where there is talk of ${words}`, () => assert.ok(before(words).odds < usual));
  }
  for (const words of ['an observer', 'a superuser', 'serviceable goats', 'impersonation', 'humane goats']) {
    test(`says nothing where there is talk of ${words}`, () => assert.equal(before(words).odds, usual));
  }

  test('speaks for it where there is talk of what is carried, of each category, and where such titles do', () => {
    assert.ok(before('meadow').odds > usual && before('farmer').odds > usual);
    assert.ok(before('meadow farmer').odds > before('meadow hay').odds);
    assert.ok(before('hay', { title: 'Cow Keeping' }).odds > usual);
  });

  test('speaks against it the more, the more names there are', () => {
    const [few = 0, some = 0, many = 0] = [0, 20, 200].map((names) => before('hay', { names }).odds);
    assert.ok(few > some && some > many);
  });

  test('speaks against each name by itself unless it speaks of persons', () => {
    assert.ok(usual < 0);
  });

  test('is which elements have attributes', () => {
    const document = readXep(xepSource());
    const unjudged = new Map([{ ...nothing, element: 'goat' }, { ...nothing, element: 'goat', namespace: 'urn:sheep', attribute: 'name' }].map((one, index) => [`${index}`, one]));
    assert.deepEqual([...beforehand(document, readSpeech(document, dataset.lexicon()), unjudged, dataset).withAttributes], ['urn:sheep goat']);
  });
});

suite('an inferred verdict', () => {
  const verdict = (facts: Facts, data = dataset): ReturnType<typeof infer> & object => infer({ ...nothing, ...facts }, { odds: 9, categories: [1, 0], withAttributes: new Set() }, data) ?? assert.fail('none');
  const reason = (facts: Facts): string => verdict(facts).note.replace(/^May be personal data: (.*)\.$/, '$1');

  test('says of a user what its category says, and nothing of what nobody knows', () => {
    const { note, ...rest } = verdict({ ways: new Set(['presence'] as const) });
    assert.deepEqual(rest, { kind: 'carrier', category: 'location', also: ['jid'], sensitivity: 'high', subject: ['user'], recipients: ['own-server', 'peer-server', 'contact'], retention: 'unspecified', mitigations: [], rights: [], flags: [], source: '', entry: '' });
    assert.notEqual(note, '');
  });

  for (const [why, facts, expected] of [
    ['the whole name where XEPs have it as a carrier', { element: 'Paddock' }, '"Paddock" carries it in 4 of 4 XEPs that have the name'],
    ['else the first of its words that three of them have in carriers', { element: 'shearer-milker-paddock' }, 'names with "milk" in them carry it in 3 of 3 XEPs'],
    ['no word that fewer have', { element: 'shearer-x1' }, 'its name, its place and what the document is about'],
    ['no word that others have for something else', { element: 'udder' }, 'its name, its place and what the document is about'],
    ['values like IP addresses', valued('192.0.2.7', 'goat'), 'its example values look like IP addresses'],
    ['no values of which few are alike', valued('192.0.2.7', 'goat', 'sheep'), 'its name, its place and what the document is about'],
    ['values like e-mail addresses', valued('mailto:otto@farm.example'), 'its example values look like contact details'],
    ['values like phone numbers, beside as many others', valued('goat', '+49 30 901820'), 'its example values look like contact details'],
    ['values like room occupants', valued('barn@conference.farm.example/otto'), 'its example values look like room occupants'],
    ['values like accounts beside the name', { element: 'milker', ...valued('otto@farm.example') }, '"milker" carries it in 3 of 3 XEPs that have the name; its example values look like account addresses'],
    ['a word of the field where there is nothing else', { element: 'password' }, 'the name "password" is one that such data has elsewhere'],
    ['a name of up to 60 characters in full', { element: `password-${'x'.repeat(51)}` }, `the name "password-${'x'.repeat(51)}" is one that such data has elsewhere`],
    ['a longer name cut short', { element: `password-${'x'.repeat(52)}` }, `the name "password-${'x'.repeat(51)}…" is one that such data has elsewhere`],
  ] as const) {
    test(`gives as its reason ${why}`, () => assert.equal(reason(facts), expected));
  }

  test('gives as its reason no word that mostly stands for something else', () => {
    const rare: Dataset = { ...dataset, lexicon: () => ({ ...dataset.lexicon(), odds: (feature) => (feature === 's:milk' ? 0 : dataset.lexicon().odds(feature)) }) };
    assert.doesNotMatch(verdict({ element: 'milker-x1' }, rare).note, /milk/);
  });
});
