// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import type { Names, Unjudged } from '../../server/src/review/found.ts';
import { gather } from '../../server/src/review/gather.ts';
import { fragmentCache, passingFragments, readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, formTypes: [], controls: [], containers: [], notPersonal: [] };
const jid = { category: 'jid', note: 'Names somebody.', source: 'Larder' };
const larder: Entry = {
  ...blank, xep: '9001', title: 'Larder', namespaces: ['urn:larder:0'], formTypes: ['urn:larder:form'],
  carriers: [{ in: 'urn:larder:0', match: ['jar', 'jar@of'], ...jid }, { in: 'urn:larder:0', match: ['tin'], ...jid, when: { shape: 'user-jid' } }, { form: 'urn:larder:form', match: ['guest'], ...jid }],
  notPersonal: [{ in: 'urn:larder:0', match: ['salt', 'tin'], why: 'A thing.' }, { form: 'urn:larder:form', match: ['shelf'], why: 'A place.' }],
};
const stanzas: Entry = { ...blank, title: 'Stanzas', namespaces: ['jabber:client'], carriers: [{ in: 'jabber:client', match: ['message@from', 'message@to', 'message@of', 'body'], ...jid }] };
const cellar: Entry = { ...blank, xep: '9002', title: 'Cellar', namespaces: ['urn:cellar:0'], formTypes: ['urn:cellar:form'], carriers: [{ in: 'urn:cellar:0', match: ['cask'], ...jid }] };
const dataset = compileDataset({ version: 'test', notes: {}, entries: [stanzas, larder, cellar], categories: [] });

interface Read {
  /** Carriers and names that nobody has judged, as `id: place`. */
  readonly found: readonly string[];
  readonly open: readonly string[];
  readonly unjudged: (id: string) => Unjudged;
}

function read(block: string, { number = '9001', title = 'Larder' } = {}): Read {
  const source = xepSource({ number, title, version: '1.0', body: `<section1 topic='Schema'><code><![CDATA[${block}]]></code></section1>` });
  const { collection }: { readonly collection: Names } = gather(readXep(source), dataset, passingFragments());
  const places = (names: ReadonlyMap<string, Pick<Unjudged, 'sightings'>>): string[] => [...names].flatMap(([id, { sightings }]) => sightings.map(({ where, span }) => `${id} ${where}: ${source.slice(span.start, span.end)}`));
  return { found: places(collection.found), open: places(collection.unjudged), unjudged: (id) => collection.unjudged.get(id) ?? assert.fail(`no ${id}`) };
}
const schema = (declarations: string, namespace = 'urn:larder:0'): string => `<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='${namespace}'>${declarations}</xs:schema>`;
const element = (name: string, type: string): string => `<xs:element name='${name}' type='${type}'/>`;
const wrapper = (name: string, content: string): string => `<xs:element name='${name}'><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
const registry = (fields: string, form = 'urn:larder:form'): string => `<form_type><name>${form}</name>${fields}</form_type>`;

suite('a schema', () => {
  test('declares carriers, and names that nobody has judged', () => {
    const { found, open } = read(schema(`${wrapper('jar', "<xs:element ref='salt'/>")}${element('salt', 'xs:string')}${element('pepper', 'xs:string')}`));
    assert.deepEqual(found, ['urn:larder:0 jar schema: jar']);
    assert.deepEqual(open, ['urn:larder:0 pepper schema: pepper']);
  });

  test('declares none where a verdict without a condition says that it is none', () => {
    const { found, open } = read(schema(element('tin', 'xs:string')));
    assert.deepEqual([...found, ...open], []);
  });

  test('of stanzas declares what they hold, not their addressing', () => {
    const attributes = ['from', 'to', 'of'].map((name) => `<xs:attribute name='${name}' type='xs:string'/>`).join('');
    const { found } = read(schema(`<xs:element name='message'><xs:complexType><xs:sequence><xs:element ref='body'/></xs:sequence>${attributes}</xs:complexType></xs:element>${element('body', 'xs:string')}`, 'jabber:client'));
    assert.deepEqual(found, ["jabber:client message@of schema: name='of'", 'jabber:client body schema: body']);
  });

  test('of others says nothing of names that they have not judged', () => {
    assert.deepEqual(read(schema(`${element('cask', 'xs:string')}${element('wine', 'xs:string')}`, 'urn:cellar:0')).open, []);
  });

  for (const [what, declaration, types] of [
    ['without the prefix of XML Schema', element('pepper', 'xs:integer'), ['integer']],
    ['without a prefix', element('pepper', 'grain'), ['grain']],
    ['as an enumeration of values', "<xs:element name='pepper'><xs:simpleType><xs:restriction base='xs:NCName'><xs:enumeration value='hot'/></xs:restriction></xs:simpleType></xs:element>", ['enumeration']],
  ] as const) {
    test(`tells the type ${what}`, () => assert.deepEqual([...read(schema(declaration)).unjudged('urn:larder:0 pepper').types], types));
  }

  test('tells which elements hold others', () => {
    const { unjudged } = read(schema(`${wrapper('rack', element('pepper', 'xs:string'))}`));
    assert.deepEqual(['rack', 'pepper'].map((name) => unjudged(`urn:larder:0 ${name}`).wraps), [true, false]);
  });

  test('that declares an element twice tells that it holds others if one of them says so', () => {
    for (const declarations of [`${wrapper('rack', element('pepper', 'xs:string'))}${element('rack', 'xs:string')}`, `${element('rack', 'xs:string')}${wrapper('rack', element('pepper', 'xs:string'))}`]) {
      assert.equal(read(schema(declarations)).unjudged('urn:larder:0 rack').wraps, true);
    }
  });

  test('is no example: what its documentation quotes is not found', () => {
    assert.deepEqual(read(schema("<xs:annotation><xs:documentation><jar xmlns='urn:larder:0' of='otto@larder.example'/></xs:documentation></xs:annotation>")).found, []);
  });

  test('that is a DTD speaks of the namespace that its document defines', () => {
    const { found, open, unjudged } = read('<!ELEMENT jar (pepper)>\n<!ATTLIST jar of CDATA #REQUIRED>\n<!ELEMENT pepper (#PCDATA)>');
    assert.deepEqual(found, ['urn:larder:0 jar schema: jar', 'urn:larder:0 jar@of schema: of']);
    assert.deepEqual(open, ['urn:larder:0 pepper schema: pepper']);
    assert.deepEqual([...unjudged('urn:larder:0 pepper').types], ['']);
  });
});

suite('a registrar snippet', () => {
  test('defines form fields: carriers, and names that nobody has judged, with their types', () => {
    const { found, open, unjudged } = read(registry("<field var='guest' type='jid-single'/><field var='shelf' type='text-single'/><field var='cook' type='text-private'/>"));
    assert.deepEqual(found, ['jabber:x:data field[urn:larder:form guest] schema: guest']);
    assert.deepEqual(open, ['jabber:x:data field[urn:larder:form cook] schema: cook']);
    assert.deepEqual([...unjudged('jabber:x:data field[urn:larder:form cook]').types], ['text-private']);
  });

  test('defines fields of data forms', () => {
    const { element: name, namespace } = read(registry("<field var='cook'/>")).unjudged('jabber:x:data field[urn:larder:form cook]');
    assert.deepEqual([namespace, name], ['jabber:x:data', 'field']);
  });

  test('defines no field by naming the form type', () => {
    assert.deepEqual(read(registry("<field var='FORM_TYPE' type='hidden'/>")).open, []);
  });

  test('says nothing of fields of a form that others define', () => {
    assert.deepEqual(read(registry("<field var='vintage' type='text-single'/>", 'urn:cellar:form')).open, []);
  });
});

test('a witness hears of every name that a schema or snippet declares, where, and whether it was judged', () => {
  const source = xepSource({ number: '9001', title: 'Larder', version: '1.0', body: [schema(element('salt', 'xs:string') + element('pepper', 'xs:string')), registry("<field var='guest'/>")].map((block) => `<code><![CDATA[${block}]]></code>`).join('') });
  const heard: string[] = [];
  gather(readXep(source), dataset, passingFragments(), 'full', ({ element: name, field }, judged, where, span) => {
    const { start, end } = span();
    heard.push(`${field?.var ?? name} ${where} ${judged ? 'judged' : 'open'}: ${source.slice(start, end)}`);
  });
  assert.deepEqual(heard, ['guest schema judged: guest', 'salt schema judged: salt', 'pepper schema open: pepper']);
});

suite('what a piece of text held', () => {
  test('counts for as long as the document defines the same, and no longer', () => {
    const fragments = fragmentCache(100);
    const open = (number: string, more = ''): string[] => {
      const source = xepSource({ number, title: `Document ${number}`, version: '1.0', body: `${exampleSection("<pepper xmlns='urn:larder:0'/>")}${more}` });
      return [...gather(readXep(source), dataset, fragments).collection.unjudged.keys()];
    };
    const pepper = ['urn:larder:0 pepper'];
    assert.deepEqual([open('9002'), open('9001'), open('9001', '<p>More.</p>'), open('9002')], [[], pepper, pepper, []]);
  });
});
