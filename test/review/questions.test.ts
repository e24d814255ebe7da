// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { mainQuestions, questionsTo, reviewXep, type Question, type Review } from '../../server/src/review/index.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard } from './orchard.ts';

const dataset = bundledDataset();

function asked(number: string, example: string, sections = ''): Question[] {
  const text = xepSource({ number, version: '0.1', body: `${exampleSection(example)}${sections}` });
  return questionsTo(readXep(text), reviewXep(`xep-${number}.xml`, text, dataset), dataset);
}
const security = (text: string): string => `<section1 topic='Security Considerations' anchor='security'><p>${text}</p></section1>`;
const mood = "<mood xmlns='http://jabber.org/protocol/mood'><sick/></mood>";
const blocking = "<block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block>";
const candidate = "<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1'><candidate ip='192.0.2.1' type='host'/></transport>";
const geoloc = "<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc>";
const kindsOf = (questions: readonly Question[]): string[] => questions.filter(({ touched }) => !touched).map(({ kind }) => kind);

suite('questions to the author', () => {
  for (const [kind, number, example] of [
    ['special-category', '0107', mood], ['third-parties', '0191', blocking], ['network', '0176', candidate], ['precision', '0080', geoloc], ['secrets', '0078', "<query xmlns='jabber:iq:auth'><password>x</password></query>"],
    ['judged', '0377', "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/>"],
  ] as const) {
    test(`ask about ${kind} where the findings give cause`, () => {
      assert.ok(kindsOf(asked(number, example)).includes(kind));
    });
  }

  test('name the elements that they are about', () => {
    const all = asked('0176', candidate);
    assert.ok(all.length > 1);
    assert.deepEqual(all.filter(({ text }) => !/<[\w-]+(?: [\w-]+)?\/>/.test(text)), []);
    assert.ok(all.some(({ text }) => text.includes('<candidate ip/>')));
  });

  test('are not asked where nothing of weight is brought', () => {
    assert.deepEqual(asked('0082', "<date xmlns='urn:kettle:dates'/>"), []);
  });

  test('leave out what the considerations answer, and only that', () => {
    const before = kindsOf(asked('0080', geoloc));
    const after = kindsOf(asked('0080', geoloc, security('Clients MAY round the location, so that it is not exact.')));
    assert.deepEqual(before.filter((kind) => !after.includes(kind)), ['precision']);
  });

  test('an open point answers nothing', () => {
    assert.deepEqual(kindsOf(asked('0080', geoloc, security('TODO: may clients round the location?'))), kindsOf(asked('0080', geoloc)));
  });

  test('stand in the order of RFC 6973 within a category', () => {
    const order = ['precision', 'sharing', 'surveillance'];
    assert.deepEqual(asked('0080', geoloc).map(({ kind }) => kind).filter((kind) => order.includes(kind)), order);
  });

  test('weigh the more, the heavier the category, the more sensitive the names, and the less where these are inferred', () => {
    const text = xepSource({ number: '9001', version: '1.2', body: exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>") });
    const review = reviewXep('orchard.xml', text, orchard);
    const weight = (changes: Partial<Review['carriers'][number]>): number => {
      const questions = questionsTo(readXep(text), { ...review, carriers: review.carriers.map((carrier) => ({ ...carrier, ...changes })) }, orchard);
      return questions.find(({ kind }) => kind === 'purpose')?.weight ?? assert.fail('not asked');
    };
    assert.ok(weight({ category: 'jid' }) < weight({ category: 'network-address' }) && weight({ category: 'network-address' }) < weight({ category: 'location' }));
    assert.ok(weight({ sensitivity: 'low' }) < weight({ sensitivity: 'medium' }) && weight({ sensitivity: 'medium' }) < weight({ sensitivity: 'high' }));
    assert.ok(weight({ basis: 'inferred' }) < weight({ basis: 'curated' }));
  });

  test('take considerations to be about the only category that the document brings, and about none of several', () => {
    const touched = (example: string): boolean | undefined => {
      const text = xepSource({ number: '9001', version: '1.2', body: `${exampleSection(example)}${security('It is exact.')}` });
      return questionsTo(readXep(text), reviewXep('orchard.xml', text, orchard), orchard).find(({ kind }) => kind === 'precision')?.touched;
    };
    const hut = "<hut xmlns='urn:orchard:harvest:1'>north</hut>";
    assert.deepEqual([touched(hut), touched(`${hut}<pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.example'/>`)], [true, false]);
  });

  test('hear both sections', () => {
    const privacy = "<section1 topic='Privacy Considerations' anchor='privacy'><p>Mind the location.</p></section1>";
    const precise = (sections: string): boolean => !kindsOf(asked('0080', geoloc, sections)).includes('precision');
    assert.deepEqual([precise(privacy), precise(security('It is exact.')), precise(privacy + security('It is exact.')), precise(privacy.replace('Mind the location', 'The location is exact'))], [false, true, true, true]);
  });

  test('are three to seven in the end, heaviest first, those touched on last', () => {
    const question = (changes: Partial<Question>): Question => ({ kind: 'retention', category: 'jid', text: '', weight: 1, touched: false, ...changes });
    const kinds = ['retention', 'erasure', 'default', 'sharing', 'observers'] as const;
    const many = ['jid', 'location', 'profile', 'sensor'].flatMap((category, place) => kinds.map((kind, weight) => question({ category, kind, weight: weight + place })));
    const main = mainQuestions(many);
    assert.equal(main.length, 7);
    assert.deepEqual(main.map(({ weight }) => weight), main.map(({ weight }) => weight).sort((one, other) => other - one));
    assert.ok(['jid', 'location', 'profile', 'sensor'].every((category) => main.filter((one) => one.category === category).length <= 2));
    assert.ok(kinds.every((kind) => main.filter((one) => one.kind === kind).length <= 2));
    assert.deepEqual(mainQuestions(['jid', 'location', 'profile', 'sensor', 'presence'].map((category) => question({ category }))).map(({ category }) => category), ['jid', 'location', 'profile']);
    assert.deepEqual(mainQuestions(many.map((one) => ({ ...one, touched: true }))).length, 3);
    assert.deepEqual(mainQuestions([question({}), question({ kind: 'erasure' }), question({ kind: 'default' })]).length, 3);
    assert.deepEqual(mainQuestions([question({ touched: true, weight: 9 }), question({ kind: 'erasure' })]).map(({ touched }) => touched), [false, true]);
    assert.deepEqual(mainQuestions([]), []);
  });
});
