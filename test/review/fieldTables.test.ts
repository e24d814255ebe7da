// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, formTypes: [], controls: [], notPersonal: [] };
const carriers = (namespace: string, ...match: string[]): Entry['carriers'] => [{ in: namespace, match, category: 'jid', note: 'Names somebody.', source: 'Meadow' }];
const meadow: Entry = { ...blank, xep: '9001', title: 'Meadow', namespaces: ['urn:meadow:herd'], formTypes: ['urn:meadow:form'], carriers: [...carriers('urn:meadow:herd', 'keeper', 'vet', 'milker'), { form: 'urn:meadow:form', match: ['owner'], category: 'jid', note: 'Names somebody.', source: 'Meadow' }], containers: [{ in: 'urn:meadow:herd', match: ['herd'] }], notPersonal: [{ in: 'urn:meadow:herd', match: ['breed'], why: 'A kind of cow.' }] };
const market: Entry = { ...blank, xep: '9002', title: 'Market', namespaces: ['urn:meadow:market'], carriers: carriers('urn:meadow:market', 'keeper', 'offer@buyer'), containers: [{ in: 'urn:meadow:market', match: ['offer'] }] };
const dataset = compileDataset({ version: 'test', notes: {}, entries: [meadow, market], categories: [] });

const table = (...names: readonly string[]): string => `<section1 topic='Fields'><table><tr><th>Element</th><th>Meaning</th></tr>${names.map((name) => `<tr><td>${name}</td><td>Something</td></tr>`).join('')}</table></section1>`;
const herd = "<herd xmlns='urn:meadow:herd'><keeper>bo@meadow.example</keeper></herd>";
const offer = "<offer xmlns='urn:meadow:market'><keeper>bo@meadow.example</keeper></offer>";

/** Carriers with where they are found, of XEP-9002. */
function found(body: string): string[] {
  return reviewXep('market.xml', xepSource({ number: '9002', title: 'Market', version: '1.0', body }), dataset).carriers.map(({ id, occurrences }) => `${id.replace('urn:meadow:', '')} ${occurrences.map(({ where }) => where).join()}`);
}

suite('a field table of elements that a document borrows', () => {
  test('belongs to the namespace whose elements it lists, also for names that the document has itself', () => {
    assert.deepEqual(found(exampleSection(herd + offer) + table('keeper', 'vet', 'breed')), ['herd keeper example,fields', 'market keeper example', 'herd vet fields']);
  });

  test('is the document\'s own where it names nothing else', () => {
    assert.deepEqual(found(exampleSection(herd + offer) + table('keeper', 'keeper', 'keeper')), ['herd keeper example', 'market keeper example,fields,fields,fields']);
  });

  test('is nobody\'s where the namespace lacks a name, is not used in examples, or is listed by two rows only', () => {
    assert.deepEqual(found(exampleSection(herd) + table('vet', 'milker', 'moo')), ['herd keeper example']);
    assert.deepEqual(found(exampleSection(offer) + table('vet', 'milker', 'breed')), ['market keeper example']);
    assert.deepEqual(found(exampleSection(herd) + table('vet', 'milker')), ['herd keeper example']);
  });

  test('is the document\'s own where it defines all that it names, shown or not', () => {
    assert.deepEqual(found(exampleSection(herd) + table('keeper', 'keeper', 'keeper')), ['herd keeper example', 'market keeper fields,fields,fields']);
  });

  test('is nobody\'s where half of its rows carry nothing', () => {
    assert.deepEqual(found(exampleSection(herd) + table('vet', 'milker', 'breed', 'herd')), ['herd keeper example']);
  });

  test('is nobody\'s where most of its rows carry nothing', () => {
    assert.deepEqual(found(exampleSection(herd) + table('vet', 'breed', 'herd')), ['herd keeper example']);
  });
});

suite('a row of a field table', () => {
  const form = "<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:meadow:form</value></field><field var='owner'><value>bo@meadow.example</value></field></x>";
  for (const [what, body, expected] of [
    ['an attribute that an example shows', exampleSection("<offer xmlns='urn:meadow:market' buyer='bo@meadow.example'/>") + table('buyer'), ['market offer@buyer example,fields']],
    ['a field that an example shows, whoever defines it', exampleSection(form) + table('owner'), ['jabber:x:data field[form owner] example,fields']],
    ['an own element, also where an example shows a borrowed one of the name', exampleSection(herd) + table('keeper'), ['herd keeper example', 'market keeper fields']],
    ['nothing where it names a borrowed element', exampleSection(herd.replaceAll('keeper', 'vet')) + table('vet'), ['herd vet example']],
  ] as const) {
    // What a form is made of is nobody's verdict here.
    test(`belongs to ${what}`, () => assert.deepEqual(found(body).filter((one) => !one.startsWith('jabber:x:data value')), expected));
  }
});
