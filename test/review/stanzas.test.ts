// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import type { Names } from '../../server/src/review/found.ts';
import { gather } from '../../server/src/review/gather.ts';
import { judgeFor } from '../../server/src/review/judge.ts';
import { readStanzas } from '../../server/src/review/stanzas.ts';
import { usedNamespaces } from '../../server/src/review/usedNamespaces.ts';
import { parseFragment, passingFragments, readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, controls: [], containers: [] };
const byShape = { when: { shape: 'user-jid' as const }, category: 'jid', note: 'Names somebody.', source: 'Larder' };
const larder: Entry = {
  ...blank, xep: '9001', title: 'Larder', namespaces: ['urn:larder:0'], formTypes: ['urn:larder:form'],
  carriers: [{ form: 'urn:larder:form', match: ['guest'], category: 'jid', note: 'Names somebody.', source: 'Larder' }, { in: 'urn:larder:0', match: ['jar', 'jar@of'], ...byShape }, { in: 'urn:larder:0', match: ['jar'], ...byShape, when: { attributes: { kind: ['own'] } }, category: 'pseudonym' }],
  notPersonal: [{ in: 'urn:larder:0', match: ['salt', 'salt@of'], why: 'A thing.' }],
};
const cellar: Entry = { ...blank, xep: '9002', title: 'Cellar', namespaces: ['urn:cellar:0'], formTypes: ['urn:cellar:form'], carriers: [{ in: 'urn:cellar:0', match: ['cask@of'], category: 'jid', note: 'Names somebody.', source: 'Cellar' }], notPersonal: [] };
const dataset = compileDataset({ version: 'test', notes: {}, entries: [larder, cellar], categories: [] });

function read(example: string, witness?: Parameters<typeof readStanzas>[2]): Names {
  const document = readXep(xepSource({ number: '9001', title: 'Larder', version: '1.0', body: exampleSection(example) }));
  const fragments = passingFragments();
  return readStanzas(parseFragment(example), judgeFor(gather(document, dataset, fragments).own, usedNamespaces(document, fragments), dataset), witness);
}
const fieldsIn = (example: string): string[] => { const { found, unjudged } = read(example); return [...found.keys(), ...unjudged.keys()].filter((key) => key.includes('field[')).map((key) => key.replace('jabber:x:data field', '')); };
const form = (fields: string, type = 'urn:larder:form'): string => `<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>${type}</value></field>${fields}</x>`;

suite('fields in an example', () => {
  for (const [what, example, expected] of [
    ['of a form', form("<field type='jid-single' var=' guest '/>"), ['[urn:larder:form guest]']], ['alone, with the form type beside them', "text <field var='FORM_TYPE'><value>urn:larder:form</value></field> more <field var='guest'/>", ['[urn:larder:form guest]']],
    ['alone in a stanza', "<message><field var='guest'/></message>", ['[urn:larder:form guest]']], ['with an odd name', form("<field var='odd'/>"), ['[urn:larder:form odd]']], ['of a form that nobody defines', form("<field var='odd'/>", 'urn:attic'), ['[urn:attic odd]']],
    ['but none of a form that others define', form("<field var='odd'/>", 'urn:cellar:form'), []], ['but none without a name', form("<field var=''/><field/><field type='guest'/>"), []], ['but not the form type', "<field var='FORM_TYPE'><value>urn:larder:form</value></field>", []],
    ['but nothing that is no field', "<message><thing var='guest'/></message>", []], ['but none that stands in something else in a form', form("<y xmlns='urn:attic'><field var='guest'/></y>"), []], ['but none in a namespace of its own', "<field xmlns='urn:attic' var='guest'/>", []],
  ] as const) {
    test(`are found ${what}`, () => assert.deepEqual(fieldsIn(example), expected));
  }

  test('give evidence where nobody has judged them', () => {
    const [odd] = read(form("<field var='odd' type='text-single' label='Who comes'><value>otto</value></field>")).unjudged.values();
    assert.deepEqual([odd?.values, [...odd?.types ?? []]], [['otto'], ['text-single']]);
    const [bare] = read(form("<field var='odd'/>")).unjudged.values();
    assert.deepEqual([bare?.values, [...bare?.types ?? []]], [[], ['']]);
  });
});

suite('names in an example', () => {
  const categories = (example: string): string[] => [...read(example).found.values()].map(({ key, verdict }) => `${key.replace('urn:larder:0 ', '')} ${verdict.category}`);

  test('are judged by the text of the element where a verdict asks for its shape', () => {
    assert.deepEqual(categories("<jar xmlns='urn:larder:0'>otto@larder.example</jar>"), ['jar jid']);
    assert.deepEqual(categories("<jar xmlns='urn:larder:0' kind='own'>plums</jar>"), ['jar pseudonym']);
    assert.deepEqual(categories("<jar xmlns='urn:larder:0'>plums</jar>"), []);
  });

  test('are passed where they carry elsewhere, and not where they never do', () => {
    assert.deepEqual([...read("<jar xmlns='urn:larder:0' of='plums'>plums</jar>").passed], ['urn:larder:0 jar', 'urn:larder:0 jar@of']);
    assert.deepEqual([...read("<salt xmlns='urn:larder:0' of='plums'>plums</salt>").passed], []);
  });

  test('give evidence where nobody has judged them', () => {
    const { unjudged } = read("<tin xmlns='urn:larder:0' xml:lang='en' lid='red'><lid>blue</lid><lid> ... </lid></tin>");
    assert.deepEqual([...unjudged.values()].map(({ key, values, parents, wraps, hasText }) => [key.replace('urn:larder:0 ', ''), values, [...parents], wraps, hasText]), [
      ['tin', [], [], true, false], ['tin@xml:lang', ['en'], [], false, false], ['tin@lid', ['red'], [], false, false], ['lid', ['blue', '...'], ['tin'], false, true],
    ]);
  });

  test('are told to a witness, with whether they are judged, but for words that have no value', () => {
    const told: string[] = [];
    read("<jar xmlns='urn:larder:0' of='plums' tin='1' lid><salt/><field xmlns='' var='guest'/></jar>", ({ element, attribute, field }, judged, where, span) => {
      const { start, end } = span();
      told.push(`${where} ${field?.var ?? attribute ?? element} ${judged ? 'judged' : 'open'} ${end - start}`);
    });
    assert.deepEqual(told, ['example jar judged 3', 'example of judged 10', 'example tin open 7', 'example salt judged 4', 'example guest judged 5', 'example field open 5', 'example var open 11']);
  });
});
