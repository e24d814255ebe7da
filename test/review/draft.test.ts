// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { entryErrors, type Entry } from '../../server/src/dataset/index.ts';
import { entryJson, entrySkeleton } from '../../server/src/report/index.ts';
import { draftXep, type Draft } from '../../server/src/review/index.ts';
import { readEntityFile } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard } from './orchard.ts';

const dataset = bundledDataset(undefined, { number: '0191', title: '', version: '' });
const body = `<section1 topic='Protocol' anchor='p'><p>A user asks.</p><section2 topic='Asking &amp; Answering' anchor='a'><example><![CDATA[
<boil xmlns='urn:kettle:0' urgent='true'><username>ada</username><cup owner='ada@example.org'/><done/><width>3</width></boil>
<boil xmlns='urn:kettle:1'><username>ada</username></boil>]]></example></section2></section1>
${exampleSection("<form_type><name>urn:kettle:form</name><field var='phone_number' type='text-single'/><field var='loud' type='boolean'/></form_type>")}`;
const skeleton = (number = '9001'): Entry => entrySkeleton(draftXep('kettle.xml', xepSource({ number, body }), dataset), '2026-11-23');
const names = (part: 'carriers' | 'containers' | 'controls' | 'notPersonal'): string[] => skeleton()[part].flatMap(({ match }) => match);

suite('the skeleton of an entry', () => {
  test('is valid as it is, and reads back as it was', () => {
    assert.deepEqual(entryErrors(skeleton()), []);
    assert.deepEqual(JSON.parse(entryJson(skeleton())), skeleton());
  });

  test('places every name of the document\'s own once', () => {
    assert.deepEqual(skeleton().namespaces, ['urn:kettle:0']);
    assert.deepEqual(skeleton().formTypes, ['urn:kettle:form']);
    const all = [...names('carriers'), ...names('containers'), ...names('controls'), ...names('notPersonal')].sort();
    assert.deepEqual(all, ['boil', 'boil@urgent', 'cup', 'cup@owner', 'done', 'loud', 'phone_number', 'username', 'width']);
    assert.ok(['username', 'cup@owner', 'phone_number'].every((name) => names('carriers').includes(name)));
    assert.ok(names('containers').includes('boil') && names('containers').includes('cup'));
    assert.ok(['done', 'boil@urgent', 'loud'].every((name) => names('controls').includes(name)));
  });

  test('marks what is inferred, and names the innermost section', () => {
    const { carriers, controls, notPersonal, relevance } = skeleton();
    assert.ok([...carriers.map(({ note }) => note), ...controls.map(({ note }) => note), ...notPersonal.map(({ why }) => why), relevance.reason].every((text) => text?.startsWith('Inferred: ')));
    assert.equal(carriers.find(({ match }) => match.includes('username'))?.source, 'Asking & Answering');
  });

  test('names a ProtoXEP by its file', () => {
    assert.deepEqual([skeleton('xxxx').xep, skeleton('xxxx').protoxep], [undefined, 'kettle']);
    assert.deepEqual(entryErrors(skeleton('xxxx')), []);
  });

  test('takes the status and the successors of a numbered XEP from its header', () => {
    const header = '<supersededby><spec>XEP-0191</spec><spec>RFC 6120</spec></supersededby>';
    const drafted = (number: string): Entry => entrySkeleton(draftXep('kettle.xml', xepSource({ number, status: 'Obsolete', header, body }), dataset), '2026-11-23');
    assert.deepEqual([drafted('9001').status, drafted('9001').supersededBy], ['Obsolete', ['0191']]);
    assert.deepEqual([drafted('xxxx').status, drafted('xxxx').supersededBy], [undefined, undefined]);
    assert.deepEqual(entryErrors(drafted('9001')), []);
  });

  test('takes no other successors for XEPs', () => {
    const header = '<supersededby><spec>XEP-01911</spec><spec>My XEP-0191</spec><spec>XEP-0191</spec></supersededby>';
    assert.deepEqual(draftXep('kettle.xml', xepSource({ header }), dataset).supersededBy, ['0191']);
  });

  test('is valid for every document of the corpus', function () {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    const broken = corpusFiles(folder).filter((file) => entryErrors(entrySkeleton(draftXep(file, readFileSync(join(folder, file), 'utf8'), dataset, { entities }), '2026-11-23')).length > 0);
    assert.deepEqual(broken, []);
  });
});

suite('a draft of what a document defines', () => {
  const drafted = (source: string, title = 'Kettle'): Draft => draftXep('kettle.xml', xepSource({ title, body: source }), orchard);
  /** Names with what they seem to be. */
  const kinds = (source: string, title?: string): string[] => drafted(source, title).names.map(({ element, attribute, field, kind }) => `${field?.var ?? (attribute === null ? element : `${element}@${attribute}`)} ${kind}`);
  const kettle = (content: string): string => exampleSection(`<kettle xmlns='urn:kettle:0'>${content}</kettle>`);
  const form = (type: string, fields: string): string => exampleSection(`<x xmlns='jabber:x:data'>${type === '' ? '' : `<field var='FORM_TYPE'><value>${type}</value></field>`}${fields}</x>`);
  const registered = (fields: string): string => exampleSection(`<form_type><name>urn:kettle:form</name>${fields}</form_type>`);

  test('keeps the verdicts of an entry with its title, and leaves out what others define and addressing', () => {
    const example = exampleSection("<iq from='otto@orchard.example'><pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.example' tree='pear'/><gatherer xmlns='urn:orchard:windfall:0'>ada</gatherer></iq>");
    const { names } = drafted(example, 'Harvest');
    assert.deepEqual(names.map(({ element, attribute, kind, verdict }) => [element, attribute, kind, verdict?.note]), [['pick', 'picker', 'carrier', 'Who picks.']]);
    assert.deepEqual(drafted(example, 'Kettle').names, []);
  });

  test('has its names in document order, though schemas are read after examples', () => {
    const schema = "<code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:kettle:0'><xs:element name='lid'/></xs:schema>]]></code>";
    assert.deepEqual(drafted(`<section1 topic='Schema'>${schema}</section1>${kettle('<spout/>')}`).names.map(({ element, section }) => [element, section]), [['lid', 'Schema'], ['kettle', 'Protocol'], ['spout', 'Protocol']]);
  });

  test('has the fields of its own forms, and none without a form type or of other forms', () => {
    const fields = form('urn:kettle:form', "<field var='size'/>") + form('', "<field var='loose'/>") + form('urn:orchard:form', "<field var='ladder-owner'/><field var='ladder-size'/>");
    const { names, formTypes, namespaces } = drafted(fields);
    assert.deepEqual([names.flatMap(({ field }) => field?.var ?? []), formTypes, namespaces], [['size'], ['urn:kettle:form'], []]);
  });

  test('takes an element for a wrapper where it holds elements, or attributes that carry, and nothing to read', () => {
    assert.deepEqual(kinds(kettle("<cup email='ada@kettle.example'/><pot size='3'/>")), ['kettle container', 'cup container', 'cup@email carrier', 'pot control', 'pot@size not-personal']);
    assert.deepEqual(kinds(kettle("<email phone='+1 212 555 0101' loud='true'>ada@kettle.example</email>")), ['kettle container', 'email carrier', 'email@phone carrier', 'email@loud control']);
  });

  test('takes an element with a text that carries nothing for some value, and an empty one for a switch', () => {
    assert.deepEqual(kinds(kettle('<width>3</width><done/><on>true</on>')), ['kettle container', 'width not-personal', 'done control', 'on not-personal']);
  });

  for (const [type, kind] of [['boolean', 'control'], ['list-single', 'control'], ['list-multi', 'control'], ['text-single', 'not-personal'], ['my-list-', 'not-personal'], ['booleans', 'not-personal'], ['a boolean', 'not-personal'], ['', 'not-personal']] as const) {
    test(`takes a field of type "${type}" for ${kind === 'control' ? 'a switch' : 'some value'}`, () => assert.deepEqual(kinds(registered(`<field var='hob' type='${type}'/>`)), [`hob ${kind}`]));
  }

  for (const [values, kind] of [[['true', 'false', '0', '1'], 'control'], [['true', 'full'], 'not-personal'], [['untrue'], 'not-personal'], [['trueish'], 'not-personal'], [['3'], 'not-personal'], [[''], 'not-personal']] as const) {
    test(`takes an attribute that is ${values.join(' or ')} for ${kind === 'control' ? 'a switch' : 'some value'}`, () => {
      assert.deepEqual(kinds(kettle(values.map((value) => `<pot hob='${value}'/>`).join(''))), ['kettle container', 'pot control', `pot@hob ${kind}`]);
    });
  }

  test('takes an attribute of two types, of which one is a choice, for a switch', () => {
    const pot = (type: string): string => `<xs:element name='pot'><xs:complexType><xs:attribute name='hob' type='${type}'/></xs:complexType></xs:element>`;
    const schema = `<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:kettle:0'>${pot('xs:boolean')}${pot('xs:string')}</xs:schema>`;
    assert.ok(kinds(exampleSection(schema)).includes('pot@hob control'));
  });

  test('names the innermost section, and none that has ended', () => {
    const { names } = drafted(`<section1 topic='Tea'><section2 topic='Leaves'><example><![CDATA[<leaf xmlns='urn:kettle:0'/>]]></example></section2><example><![CDATA[<pot xmlns='urn:kettle:0'/>]]></example></section1>`);
    assert.deepEqual(names.map(({ element, section }) => [element, section]), [['leaf', 'Leaves'], ['pot', 'Tea']]);
  });
});
