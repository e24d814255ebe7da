// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { adviseOn, factsOf, readDeployment, type Advice, type OperatorData, type Wording } from '../../server/src/deployment/index.ts';
import type { Sentence, When } from '../../server/src/deployment/operatorData.ts';
import { reasonFor } from '../../server/src/deployment/facts.ts';

const entry = (xep: string, rest: Partial<Entry>): Entry => ({
  xep, title: `Tea ${xep}`, reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L1'], reason: 'Tea.' },
  namespaces: [`urn:tea:${xep}`], formTypes: [], carriers: [], containers: [], controls: [], notPersonal: [], ...rest,
});

/** The first keeps cups, the second orders to keep them, the third carries nothing. */
const dataset = compileDataset({
  version: 'test', notes: {}, categories: [],
  entries: [
    entry('9001', { carriers: [{ in: 'urn:tea:9001', match: ['cup@owner', 'saucer'], category: 'mug', also: ['tea'], subject: ['contact'], recipients: ['public', 'own-server'], retention: 'session', source: 'Cups' }, { in: 'urn:other:0', match: ['spoon'], category: 'spoon', source: 'Cups' }] }),
    entry('9002', { processing: [{ of: 'urn:tea:9001 cup@owner', recipients: ['moderators'], retention: 'archived', note: 'Kept.', source: 'Cups' }] }),
    entry('9003', {}),
  ],
});

const say = (text: string, when?: When): Sentence => ({ text, sources: ['s1'], ...when && { when } });
const data: OperatorData = {
  sources: [{ id: 's1', title: 'One', url: 'https://one.example/' }, { id: 's2', title: 'Two', url: 'https://two.example/' }],
  kinds: [
    { id: 'cups', title: 'Cups', takes: { categories: ['mug'] }, processing: [say('{xeps} keep cups of {subjects} for {recipients}, {retention}; {unknown} stays.'), say('Orders.', { xeps: ['9002'] })], subjects: ['operator'], recipients: ['peer-server'], retention: [], grounds: [{ article: '6(1)(b)', note: 'thirst', sources: ['s1'] }], rights: ['erasure', 'access'] },
    { id: 'orders', title: 'Orders', takes: { xeps: ['9002'] }, processing: [], retention: [], grounds: [], rights: [] },
    { id: 'logs', title: 'Logs', takes: {}, always: true, processing: [], retention: [say('For [how long].')], grounds: [], rights: [] },
  ],
  rights: [
    { id: 'access', label: 'Access', article: '15', means: [{ ...say('Look.'), xeps: ['9001', '9009'] }, { ...say('Never.'), xeps: ['9009'] }, { ...say('Ask.'), xeps: [], kinds: ['orders'] }], gaps: [{ ...say('Logs.'), kinds: ['logs'] }, { ...say('Orders.'), kinds: ['orders'] }] },
    { id: 'erasure', label: 'Erasure', article: '17', means: [], gaps: [] },
  ],
  steps: [{ id: 'step', anchor: 'step', topic: 'Step', intro: [say('Begin.')], checks: [
    { id: 'cups', title: 'Cups?', when: { categories: ['mug'] }, text: [say('Look at {xeps}.')], defaults: [{ server: 'Prosody', version: '1', setting: 'mod_tea', value: 'hot', sources: ['s2'] }] },
    { id: 'none', title: 'None?', when: { xeps: ['9009'] }, text: [], defaults: [] },
  ] }],
  statement: [{ id: 'who', title: 'Who', sentences: [say('[Name].')] }, { id: 'cups', title: 'Cups', kind: 'cups', sentences: [say('We keep cups of {subjects}.')] }, { id: 'orders', title: 'Orders', kind: 'orders', sentences: [say('We keep orders.')] }, { id: 'idle', title: 'Idle', sentences: [say('Never.', { xeps: ['9009'] })] }],
  policy: [{ var: 'erasure', type: 'boolean', label: 'Erasure', rules: [{ when: { xeps: ['9002'] }, value: ['false'], because: say('Orders stay.') }, { when: { without: ['9002'] }, value: ['true'], because: say('Cups go.') }], open: say('Look.') }, { var: 'extra', type: 'text-single', label: 'Extra', rules: [], open: say('Ask.') }],
  frame: { sentences: {}, labels: {} },
  features: [],
};
const wording: Wording = { xeps: (keys) => keys.join('+'), subjects: (ids) => ids.join('+'), recipients: (ids) => ids.join('+'), retention: (id) => id };
const facts = (xeps: string): ReturnType<typeof factsOf> => factsOf(readDeployment([{ name: 'list', text: xeps }], dataset, []), dataset, data);
const advice = (xeps: string): Advice => adviseOn(facts(xeps), data, wording);

suite('what an operator is told', () => {
  test('about a kind of data is filled from what the XEPs carry', () => {
    const [cups] = advice('9001').record;
    assert.deepEqual(cups?.processing, [{ text: '9001 keep cups of operator+contact for own-server+peer-server+public, session; {unknown} stays.', datum: 'operator/kinds.json#/kinds/0/processing/0', sources: ['s1'] }]);
    assert.deepEqual([cups.carriers, cups.xeps, cups.rights, cups.grounds[0]?.note.datum], [['urn:tea:9001 cup@owner', 'urn:tea:9001 saucer'], ['9001'], ['access', 'erasure'], 'operator/kinds.json#/kinds/0/grounds/0/note']);
  });

  test('has a row where something falls into it, by XEP before category, and where it is always there', () => {
    assert.deepEqual(advice('9003').record.map(({ id }) => id), ['logs']);
    assert.deepEqual(advice('9001 9002').record.map(({ id, xeps, retention }) => [id, xeps.join(), retention]), [['cups', '9001', 'session'], ['orders', '9002', 'archived'], ['logs', '', '']]);
  });

  test('has sentences that hold only, each with its place in the file', () => {
    assert.deepEqual(advice('9001 9002').record[0]?.processing.map(({ datum }) => datum), ['operator/kinds.json#/kinds/0/processing/0', 'operator/kinds.json#/kinds/0/processing/1']);
  });

  test('about a right names the means that are spoken and the gaps that matter', () => {
    const texts = (xeps: string): (string | undefined)[][] => advice(xeps).rights.slice(0, 1).map(({ means, gaps }) => [...means, ...gaps].map(({ text }) => text));
    assert.deepEqual([texts('9001'), texts('9002')], [[['Look.', 'Logs.']], [['Ask.', 'Logs.', 'Orders.']]]);
  });

  test('to check says because of which XEPs and carriers', () => {
    const [step] = advice('9001 9003').steps;
    assert.deepEqual(step?.checks.map(({ id, xeps, carriers, text }) => [id, xeps, carriers, text[0]?.text]), [['cups', ['9001'], ['urn:tea:9001 cup@owner', 'urn:tea:9001 saucer'], 'Look at 9001.']]);
    assert.deepEqual(step?.checks[0]?.defaults[0]?.value, { text: 'hot', datum: 'operator/steps.json#/steps/0/checks/0/defaults/0/value', sources: ['s2'] });
  });

  test('to tell users traces to the rows that are there', () => {
    assert.deepEqual(advice('9001').statement.map(({ id, row, sentences }) => [id, row, sentences[0]?.text]), [['who', null, '[Name].'], ['cups', 'cups', 'We keep cups of operator+contact.']]);
  });

  test('to publish has the value of the first rule that holds, or stays open', () => {
    assert.deepEqual(['9001', '9002'].map((xeps) => advice(xeps).policy.map(({ value, because }) => [value, because.text])), [[[['true'], 'Cups go.'], [null, 'Ask.']], [[['false'], 'Orders stay.'], [null, 'Ask.']]]);
  });

  test('rests on the sources that are used, and no others', () => {
    assert.deepEqual([advice('9001').sources, advice('9003').sources].map((sources) => sources.map(({ id }) => id)), [['s1', 's2'], ['s1']]);
  });
});

suite('a condition', () => {
  const cases: readonly (readonly [when: When | undefined, xeps: string, because: string | undefined])[] = [
    [undefined, '9003', ''], [{}, '9003', ''],
    [{ xeps: ['9001', '9003'] }, '9003', '9003'], [{ xeps: ['9001'] }, '9003', undefined],
    [{ without: ['9001'] }, '9003', ''], [{ without: ['9001'] }, '9001', undefined],
    [{ kinds: ['cups', 'orders'] }, '9001', '9001'], [{ kinds: ['orders'] }, '9001', undefined], [{ kinds: ['logs'] }, '9003', ''],
    [{ categories: ['tea'] }, '9001', '9001'], [{ categories: ['spoon'] }, '9001', undefined],
    [{ xeps: ['9003'], categories: ['mug'] }, '9001 9003', '9001 9003'], [{ xeps: ['9003'], categories: ['mug'] }, '9003', undefined], [{ xeps: ['9001'], without: ['9002'] }, '9001 9002', undefined],
  ];
  for (const [when, xeps, because] of cases) {
    test(`${JSON.stringify(when) ?? 'that is missing'} ${because === undefined ? 'does not hold' : 'holds'} for ${xeps}`, () => {
      assert.equal(reasonFor(when, facts(xeps))?.xeps.join(' '), because);
    });
  }
});
