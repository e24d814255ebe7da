// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Dataset, type Entry } from '../../server/src/dataset/index.ts';
import { coverXep, type Coverage } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const blank: Entry = {
  xep: '9001', title: 'Kettle', reviewed: { version: '0.0.1', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'none', codes: [], reason: 'Nothing in it.' },
  namespaces: ['urn:kettle:0'], formTypes: ['urn:kettle:form'], carriers: [], containers: [], controls: [], notPersonal: [],
};
const compile = (entry: Partial<Entry> = {}): Dataset => compileDataset({ version: 't', notes: {}, categories: [], entries: [{ ...blank, ...entry }] });
const cover = (body: string, entry: Partial<Entry> = {}, entities = ''): Coverage => coverXep('kettle.xml', xepSource({ number: '9001', body, entities }), compile(entry));
const ids = (coverage: Coverage): string[] => coverage.unjudged.map(({ id }) => id);

suite('coverage', () => {
  test('lists elements and attributes of examples that no entry judges, with place and count', () => {
    const coverage = cover(exampleSection("<boil xmlns='urn:kettle:0' width='3'/>\n<boil xmlns='urn:kettle:0'/>"), { containers: [{ in: 'urn:kettle:0', match: ['cup'] }] });
    assert.deepEqual(coverage.unjudged.map(({ id, own, where, count, start }) => [id, own, where, count, start.line]), [['urn:kettle:0 boil', true, ['example'], 2, 10], ['urn:kettle:0 boil@width', true, ['example'], 1, 10]]);
    assert.deepEqual([coverage.names, coverage.judged, coverage.passedOver], [2, 0, 0]);
  });

  test('is content with a verdict of any kind, in any version of the namespace', () => {
    const coverage = cover(exampleSection("<boil xmlns='urn:kettle:7' width='3'><lid/><tea/></boil>"), {
      containers: [{ in: 'urn:kettle:0', match: ['boil'] }], controls: [{ in: 'urn:kettle:0', match: ['boil@*'] }], notPersonal: [{ in: 'urn:kettle:0', match: ['lid'], why: 'a thing' }],
      carriers: [{ in: 'urn:kettle:0', match: ['tea'], category: 'activity', note: 'What somebody drinks.', source: 'Protocol' }],
    });
    assert.deepEqual([coverage.unjudged, coverage.names, coverage.judged], [[], 4, 4]);
  });

  test('reads schemas, pieces of schemas, form fields and registrar snippets', () => {
    const schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:kettle:0'><xs:element name='boil'><xs:complexType><xs:attribute name='width'/></xs:complexType></xs:element></xs:schema>";
    assert.deepEqual(ids(cover(exampleSection(schema))), ['urn:kettle:0 boil', 'urn:kettle:0 boil@width']);
    assert.deepEqual(ids(cover(exampleSection("<xs:element name='lid'/>"))), ['urn:kettle:0 lid']);
    assert.deepEqual(ids(cover(exampleSection("<form_type><name>urn:kettle:form</name><field var='who' type='jid-single'/></form_type>"))), ['jabber:x:data field[urn:kettle:form who]']);
    const form = "<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:kettle:form</value></field><field var='who'/></x>";
    assert.ok(ids(cover(exampleSection(form))).includes('jabber:x:data field[urn:kettle:form who]'));
  });

  for (const [what, example] of [
    ['a symbol of a grammar', 'DIGIT := <any digit "0".."9">'], ['a registrar\'s template in no namespace', '<method><name>tea</name></method>'], ['a word without a value', "<boil xmlns='urn:kettle:0' to'bob'/>"],
    ['a word behind a bracket', "<boil xmlns='urn:kettle:0' [to='bob'/>"], ['a gap', "<boil xmlns='urn:kettle:0' .../>"], ['a mere look-alike of a tag', "<q xmlns='urn:kettle:0'><x&gt;1&lt;/x></q>"], ['a style sheet', "<xsl:if xmlns:xsl='http://www.w3.org/1999/XSL/Transform' test='a'/>"],
  ] as const) {
    test(`takes ${what} for no vocabulary`, () => {
      assert.deepEqual(ids(cover(exampleSection(example), { containers: [{ in: 'urn:kettle:0', match: ['boil', 'q'] }] })), []);
    });
  }

  test('lists names in document order, though schemas are read after examples', () => {
    const schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:kettle:0'><xs:element name='lid'/><xs:element name='boil'/></xs:schema>";
    const { unjudged } = cover(exampleSection(schema) + exampleSection("<boil xmlns='urn:kettle:0' width='3'/>"));
    assert.deepEqual(unjudged.map(({ id, where, count }) => [id, where, count]), [['urn:kettle:0 lid', ['schema'], 1], ['urn:kettle:0 boil', ['example', 'schema'], 2], ['urn:kettle:0 boil@width', ['example'], 1]]);
  });

  test('tells which names are the document\'s own', () => {
    const form = (type: string, name: string): string => exampleSection(`<x xmlns='jabber:x:data'>${type === '' ? '' : `<field var='FORM_TYPE'><value>${type}</value></field>`}<field var='${name}'/></x>`);
    const { unjudged } = cover(form('urn:kettle:form', 'mine') + form('urn:pot:form', 'other') + form('', 'loose') + exampleSection("<boil xmlns='urn:kettle:0'/><pot xmlns='urn:pot:0'/>"));
    assert.deepEqual(unjudged.filter(({ field, namespace }) => field !== null || namespace.startsWith('urn:')).map(({ field, element, own }) => [field?.var ?? element, own]), [['mine', true], ['other', false], ['loose', false], ['boil', true], ['pot', false]]);
  });

  test('misses nothing of the entry that the document has in another version', () => {
    const form = "<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:kettle:form:2</value></field><field var='who'/></x>";
    const judged: Partial<Entry> = { namespaces: ['urn:kettle:0', ''], formTypes: ['urn:kettle:form:1'], containers: [{ in: 'urn:kettle:0', match: ['boil@width'] }] };
    assert.deepEqual(cover(exampleSection(`<boil xmlns='urn:kettle:7' width='3'/>${form}`), judged).absent, []);
    assert.deepEqual(cover(exampleSection("<boil xmlns='urn:pot:7'/>"), judged).absent, [{ part: 'namespaces', id: 'urn:kettle:0' }, { part: 'formTypes', id: 'urn:kettle:form:1' }, { part: 'containers', id: 'urn:kettle:0 boil@width' }]);
  });

  test('knows a prefix that only another example declares', () => {
    const coverage = cover(exampleSection("<k:boil xmlns:k='urn:kettle:0'/>") + exampleSection("<k:lid k:width='3'/>"));
    assert.deepEqual(ids(coverage), ['urn:kettle:0 boil', 'urn:kettle:0 lid', 'urn:kettle:0 lid@width']);
  });

  test('lists what the entry names and the document does not have', () => {
    const judged: Partial<Entry> = {
      namespaces: ['urn:kettle:0', 'urn:kettle:0:errors'], containers: [{ in: 'urn:kettle:0', match: ['boil', 'lid', 'boil@*', '*'] }], notPersonal: [{ form: 'urn:kettle:form', match: ['who'], why: 'nobody' }],
    };
    const body = `${exampleSection("<boil xmlns='urn:kettle:0'/>")}<section1 topic='Words'><p>One has a lidless kettle.</p></section1>`;
    assert.deepEqual(cover(body, judged).absent, [
      { part: 'namespaces', id: 'urn:kettle:0:errors' }, { part: 'formTypes', id: 'urn:kettle:form' },
      { part: 'containers', id: 'urn:kettle:0 lid' }, { part: 'notPersonal', id: 'jabber:x:data field[urn:kettle:form who]' },
    ]);
  });

  test('finds what the entry names in prose and behind entities', () => {
    const judged: Partial<Entry> = { namespaces: ['urn:kettle:0', 'urn:kettle:0:errors'], formTypes: [], containers: [{ in: 'urn:kettle:0', match: ['lid'] }] };
    assert.deepEqual(cover("<section1 topic='Words'><p>The lid, and &ns;:errors.</p></section1>", judged, "\n<!ENTITY ns 'urn:kettle:0'>").absent, []);
  });

  test('has nothing to say of a text that is no XEP', () => {
    assert.deepEqual(coverXep('a.xml', '<a>', compile()), { path: 'a.xml', number: '', title: '', names: 0, judged: 0, passedOver: 0, unjudged: [], absent: [] });
  });
});
