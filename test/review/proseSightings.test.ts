// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const facts = { category: 'jid', note: 'Names somebody.', source: 'Tea' };
const barn: Entry = { xep: '9001', title: 'Tea', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L5'], reason: 'Names people.' }, namespaces: ['urn:tea:1'], formTypes: ['urn:tea:form'], carriers: [], containers: [], controls: [], notPersonal: [] };
const inTea = (...match: string[]): Entry['carriers'][number] => ({ in: 'urn:tea:1', match, ...facts });
const inForm = (form: string | null, ...match: string[]): Entry['carriers'][number] => ({ form, match, ...facts });

/** Ids of the carriers with where they were found, for a document with one example and one paragraph. */
function marked(carriers: Entry['carriers'], prose: string, example = '<iq/>', notPersonal: Entry['notPersonal'] = []): string[] {
  const text = xepSource({ number: '9001', title: 'Tea', version: '1.0', body: `${exampleSection(example)}<section1 topic='Use'><p>${prose}</p></section1>` });
  const dataset = compileDataset({ version: 'test', notes: {}, categories: [], entries: [{ ...barn, carriers, notPersonal }] });
  return reviewXep('tea.xml', text, dataset).carriers.filter(({ basis }) => basis === 'curated').map(({ id, occurrences }) => `${id} ${occurrences.map(({ where, offset, length }) => `${where} ${text.slice(offset, offset + length)}`).join()}`);
}

suite('what prose names and nothing shows', () => {
  for (const [what, carriers, prose, expected] of [
    ['an element', [inTea('cup')], 'The cup is full.', ['urn:tea:1 cup prose cup']], ['an attribute', [inTea('cup@owner')], 'The owner drinks.', ['urn:tea:1 cup@owner prose owner']], ['a field', [inForm('urn:tea:form', 'guest')], 'The guest drinks.', ['jabber:x:data field[urn:tea:form guest] prose guest']],
    ['each of several', [inTea('cup', 'cup@owner'), inForm('urn:tea:form', 'guest')], "A guest is the owner of a cup.", ['jabber:x:data field[urn:tea:form guest] prose guest', 'urn:tea:1 cup@owner prose owner', 'urn:tea:1 cup prose cup']],
    ['but nothing that it does not name', [inTea('cup')], 'The kettle is full.', []], ['but no word that is only the label of a field', [inForm(null, 'guest')], 'The guest drinks.', []], ['but no addressing', [{ ...inTea('message@type'), in: 'jabber:client' }], 'The type is chat.', []],
    ['also an attribute of stanzas that is no addressing', [{ ...inTea('message@lang'), in: 'jabber:client' }], 'The lang is en.', ['jabber:client message@lang prose lang']],
  ] as const) {
    test(`is marked there: ${what}`, () => assert.deepEqual(marked(carriers, prose), expected));
  }

  const cup = [inTea('cup@owner')];
  for (const [what, example, expected] of [
    ['shows it', "<cup xmlns='urn:tea:1' owner='ada'/>", ['urn:tea:1 cup@owner example owner=\'ada\'']], ['shows it in another version', "<cup xmlns='urn:tea:10' owner='ada'/>", ['urn:tea:10 cup@owner example owner=\'ada\'']],
  ] as const) {
    test(`is not marked where an example ${what}`, () => assert.deepEqual(marked(cup, 'The owner drinks.', example), expected));
  }

  for (const [what, others, example] of [
    ['another element has it', [inTea('lid@owner')], "<lid xmlns='urn:tea:1' owner='ada'/>"], ['another attribute is shown', [inTea('cup@maker')], "<cup xmlns='urn:tea:1' maker='ada'/>"], ['only the element is shown', [inTea('cup')], "<cup xmlns='urn:tea:1'/>"],
    ['it is shown in another namespace', [{ ...inTea('cup@owner'), in: 'urn:coffee:1' }], "<cup xmlns='urn:coffee:1' owner='ada'/>"],
  ] as const) {
    test(`is marked although ${what}`, () => {
      const all = marked([...cup, ...others], 'The owner drinks.', example);
      assert.deepEqual([all.length, all.includes('urn:tea:1 cup@owner prose owner')], [2, true]);
    });
  }

  test('is a field once, in whatever form an example shows it', () => {
    const form = (type: string, name: string): string => `<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>${type}</value></field><field var='${name}'><value>ada</value></field></x>`;
    const fields = [inForm('urn:tea:form', 'guest'), inForm('urn:tea:list', 'guest')];
    assert.deepEqual(marked(fields, 'The guest drinks.', form('urn:tea:list', 'guest')), ['jabber:x:data field[urn:tea:list guest] example guest']);
    assert.deepEqual(marked([...fields, inForm('urn:tea:list', 'host')], 'The guest drinks.', form('urn:tea:list', 'host')).length, 3);
  });

  test('is not marked where an example shows a value that carries nothing', () => {
    const byShape: Entry['carriers'] = [{ ...inTea('cup@owner'), when: { shape: 'user-jid' } }];
    assert.deepEqual(marked(byShape, 'The owner drinks.', "<cup xmlns='urn:tea:1' owner='blue'/>"), []);
    assert.deepEqual(marked(byShape, 'The owner drinks.'), ['urn:tea:1 cup@owner prose owner']);
    assert.deepEqual(marked(byShape, 'The owner drinks.', '<iq/>', [{ in: 'urn:tea:1', match: ['cup@owner'], why: 'A colour.' }]), []);
  });
});
