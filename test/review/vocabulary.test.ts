// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { gather } from '../../server/src/review/gather.ts';
import type { OwnVocabulary } from '../../server/src/review/vocabulary.ts';
import { passingFragments, readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource, type XepFacts } from '../support/xepSource.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, formTypes: [], controls: [], notPersonal: [], containers: [] };
const carrier = (namespace: string, ...match: string[]): Entry['carriers'][number] => ({ in: namespace, match, category: 'jid', note: 'Names somebody.', source: 'Loom' });
const loom: Entry = {
  ...blank, xep: '9001', title: 'Loom', namespaces: ['urn:loom:0', 'urn:loom:0#yarn', 'jabber:client'], formTypes: ['urn:loom:form:0'], carriers: [carrier('urn:loom:0', 'weaver@name', 'knot', 'end'), carrier('urn:loom:0#yarn', 'end'), carrier('urn:wool:0', 'sheep')],
  containers: [{ in: 'urn:loom:0', match: ['cloth'] }],
};
const wool: Entry = { ...blank, xep: '9002', title: 'Wool', namespaces: ['urn:wool:0'], formTypes: ['urn:wool:form'], carriers: [carrier('urn:wool:0', 'sheep')] };
const dataset = compileDataset({ version: 'test', notes: {}, entries: [loom, wool], categories: [] });
const ownOf = (facts: XepFacts): OwnVocabulary => gather(readXep(xepSource({ version: '1.0', ...facts })), dataset, passingFragments()).own;
const schema = (namespace: string, ...names: readonly string[]): string => exampleSection(`<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='${namespace}'>${names.map((name) => `<xs:element name='${name}'/>`).join('')}</xs:schema>`);
const all = ['urn:loom:0', 'urn:loom:3', 'urn:loom:0#yarn', 'urn:wool:0', 'urn:silk:0', 'jabber:client', ''];

suite('the namespaces that a document defines', () => {
  for (const [what, facts, expected] of [
    ['those of its entry, in all versions', { number: '9001', title: 'Loom', body: exampleSection("<a xmlns='urn:silk:0'/>") + schema('urn:silk:0', 'a') }, ['urn:loom:0', 'urn:loom:3', 'urn:loom:0#yarn']],
    ['those of the entry with its title', { title: 'Loom' }, ['urn:loom:0', 'urn:loom:3', 'urn:loom:0#yarn']],
    ['those that its schemas define, known or not', { title: 'Silk', body: schema('urn:wool:0', 'a') + schema('urn:silk:0', 'b') }, ['urn:wool:0', 'urn:silk:0']],
    ['those of its examples that nobody knows', { title: 'Silk', body: exampleSection("<iq><a xmlns='urn:silk:0'/><sheep xmlns='urn:wool:0'/></iq>") }, ['urn:silk:0']],
    ['those of its examples that it registers', { title: 'Silk', body: `${exampleSection("<sheep xmlns='urn:wool:0'/>")}<section1 topic='Protocol Namespaces'><p>The namespace urn:wool:0 is registered.</p></section1>` }, ['urn:wool:0']],
    ['none that it only names', { title: 'Silk', body: `${exampleSection("<sheep xmlns='urn:wool:0'/>")}<section1 topic='Protocol'><p>The namespace urn:wool:0 is used.</p></section1><section1 topic='Protocol Namespaces'><p>None. urn:loom:0</p></section1>` }, []],
  ] as const satisfies readonly (readonly [string, XepFacts, readonly string[]])[]) {
    test(`are ${what}`, () => assert.deepEqual(all.filter(ownOf(facts).defines), expected));
  }
});

suite('the form types that a document defines', () => {
  const form = (type: string): string => exampleSection(`<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>${type}</value></field><field var='a'/></x>`);
  const snippet = exampleSection("<form_type><name>urn:silk:defined</name><field var='a'/></form_type>");

  test('are those of its entry, else those that it registers, shows without anybody else defining them, or has by its title', () => {
    assert.deepEqual(ownOf({ number: '9001', title: 'Loom', body: form('urn:silk:form') + snippet }).formTypes, ['urn:loom:form:0']);
    assert.deepEqual(ownOf({ title: 'Silk', body: form('urn:silk:form') + form('urn:wool:form') + form('') + snippet }).formTypes, ['urn:silk:defined', 'urn:silk:form']);
    assert.deepEqual(ownOf({ title: 'Loom', body: snippet }).formTypes, ['urn:silk:defined', 'urn:loom:form:0']);
  });

  test('are known in all versions, and where nobody has judged the document are all that nobody defines', () => {
    const types = ['urn:loom:form:0', 'urn:loom:form:4', 'urn:wool:form', 'urn:silk:form', null];
    assert.deepEqual(types.filter(ownOf({ number: '9001', title: 'Loom' }).definesForm), ['urn:loom:form:0', 'urn:loom:form:4', null]);
    assert.deepEqual(types.filter(ownOf({ title: 'Silk' }).definesForm), ['urn:silk:form', null]);
  });
});

suite('where an element that lost its namespace belongs', () => {
  test('is the own namespace whose entry or schema has it, if only one does', () => {
    const { home } = ownOf({ number: '9001', title: 'Loom', body: schema('urn:loom:0', 'shuttle', 'knot') + schema('urn:loom:1', 'knot') + schema('urn:wool:0', 'lamb') });
    assert.deepEqual(['weaver', 'knot', 'cloth', 'shuttle', 'end', 'sheep', 'lamb', 'unheard-of'].map(home), ['urn:loom:0', 'urn:loom:0', 'urn:loom:0', 'urn:loom:0', undefined, undefined, undefined, undefined]);
  });

  test('is that of a schema for a document that nobody has judged, and no attribute has one', () => {
    const attribute = "<xs:element name='b'><xs:complexType><xs:attribute name='c'/></xs:complexType></xs:element>";
    const { home } = ownOf({ title: 'Silk', body: schema('urn:silk:0', 'a').replace('</xs:schema>', `${attribute}</xs:schema>`) + schema('urn:silk:0#thread', 'a', 'd') });
    assert.deepEqual(['a', 'b', 'c', 'd'].map(home), [undefined, 'urn:silk:0', undefined, 'urn:silk:0#thread']);
  });
});

suite('the document that one without an entry is like', () => {
  for (const [what, facts, expected] of [
    ['the one with its title', { title: 'Wool', body: schema('urn:silk:0', 'a') }, '9002'], ['the only one that defines its namespaces', { title: 'Silk', body: schema('urn:loom:0', 'a') }, '9001'], ['none where two define them', { title: 'Silk', body: schema('urn:loom:0', 'a') + schema('urn:wool:0', 'b') }, undefined],
    ['none where nobody defines one of them', { title: 'Silk', body: schema('urn:loom:0', 'a') + schema('urn:silk:0', 'b') }, undefined], ['none where it defines none', { title: 'Silk' }, undefined], ['none where it has an entry', { number: '9001', title: 'Wool' }, undefined],
  ] as const satisfies readonly (readonly [string, XepFacts, string | undefined])[]) {
    test(`is ${what}`, () => assert.equal(ownOf(facts).model?.xep, expected));
  }
});

suite('a vocabulary', () => {
  test('speaks in a DTD of the first namespace of its entry, else of its own first', () => {
    assert.deepEqual([ownOf({ number: '9001', title: 'Loom' }), ownOf({ title: 'Silk', body: schema('urn:silk:0', 'a') + schema('urn:silk:1', 'b') }), ownOf({ title: 'Silk' })].map(({ dtdNamespace }) => dtdNamespace), ['urn:loom:0', 'urn:silk:1', '']);
  });

  test('has another signature where it answers otherwise', () => {
    const signatures = [{ title: 'Silk' }, { title: 'Silk', body: schema('urn:satin:0', 'a') }, { title: 'Silk', body: schema('urn:silk:0', 'a') }, { title: 'Silk', body: schema('urn:silk:0', 'b') }, { title: 'Silk', body: exampleSection("<form_type><name>urn:silk:form</name><field var='a'/></form_type>") }, { number: '9001' }, { number: '9002' }].map((facts) => ownOf(facts).signature);
    assert.equal(new Set(signatures).size, signatures.length);
    assert.equal(ownOf({ title: 'Silk', body: `<p>Other words.</p>${schema('urn:silk:0', 'a')}` }).signature, signatures[2]);
  });
});
