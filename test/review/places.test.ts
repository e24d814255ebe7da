// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { marks, reviewOrchard } from './orchard.ts';

const section = (content: string): string => `<section1 topic='Protocol'>${content}</section1>`;
const pick = "<pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.example' tree='pear' ripe='true'><hut>north</hut></pick>";
const picked = ["urn:orchard:harvest:1 pick@picker example: picker='otto@orchard.example'", 'urn:orchard:harvest:1 hut example: hut'];
const escaped = (markup: string): string => markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

suite('a curated carrier', () => {
  test('of a ProtoXEP is marked in that document only where a XEP defines the namespace', () => {
    const body = exampleSection("<sack xmlns='urn:orchard:harvest:0' of='otto@orchard.example'/><gatherer xmlns='urn:orchard:windfall:0'>ada</gatherer>");
    const gatherer = 'urn:orchard:windfall:0 gatherer example: gatherer';
    assert.deepEqual(marks(xepSource({ title: 'Windfall', version: '1.2', body })), ["urn:orchard:harvest:0 sack@of example: of='otto@orchard.example'", gatherer]);
    const elsewhere = reviewOrchard(xepSource({ number: '9001', version: '1.2', body })).carriers.filter(({ basis }) => basis === 'curated');
    assert.deepEqual(elsewhere.map(({ id }) => id), ['urn:orchard:windfall:0 gatherer']);
  });

  for (const [where, body, expected] of [
    ['an example', exampleSection(pick), picked],
    ['an escaped example', section(`<example>${escaped(pick)}</example>`), picked],
    ['an example with numeric references', section(`<example>${pick.replaceAll('<', '&#60;').replaceAll('>', '&#x3E;')}</example>`), picked],
    ['an example of two CDATA sections around an entity', section(`<example><![CDATA[${pick.replace('urn:orchard:harvest:1', ']]>&harvest;<![CDATA[')}]]></example>`), picked],
    ['an example spliced inside the value', section(`<example><![CDATA[${pick.replace('otto@orchard', 'otto@]]><![CDATA[orchard')}]]></example>`), ["urn:orchard:harvest:1 pick@picker example: picker='otto@]]><![CDATA[orchard.example'", picked[1]]],
    ['an example with a value of an entity', section(`<example><![CDATA[${pick.replace('otto', ']]>&somebody;<![CDATA[')}]]></example>`), ["urn:orchard:harvest:1 pick@picker example: picker=']]>&somebody;<![CDATA[@orchard.example'", picked[1]]],
    ['a code block', section(`<code><![CDATA[${pick}]]></code>`), picked],
    ['the body of an HTTP request', section(`<code><![CDATA[POST /press HTTP/1.1\nHost: press.example\n\n<body xmlns='urn:press'>${pick}</body>]]></code>`), picked],
    ['an example behind astral characters', exampleSection(`<note>\u{1F34F}\u{1F34E}</note>${pick}`), picked],
    ['an example that is cut off', exampleSection(pick.slice(0, pick.indexOf('north'))), picked],
    ['an older version of the namespace', exampleSection(pick.replace('harvest:1', 'harvest:0')), picked.map((line) => line.replace('harvest:1', 'harvest:0'))],
    ['a prefixed element', exampleSection("<o:hut xmlns:o='urn:orchard:harvest:1'>north</o:hut>"), ['urn:orchard:harvest:1 hut example: o:hut']],
    ['a payload that lost its xmlns', exampleSection("<message to='press.example'><pick picker='otto@orchard.example'><hut>north</hut></pick></message>"), picked],
    ['a schema', section(`<code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:harvest:1'>
      <xs:element name='pick'><xs:complexType><xs:attribute name='picker' type='xs:string'/><xs:attribute name='tree'/></xs:complexType></xs:element><xs:element name='hut'/></xs:schema>]]></code>`),
    ["urn:orchard:harvest:1 pick@picker schema: name='picker'", 'urn:orchard:harvest:1 hut schema: hut']],
    ['a DTD', section('<code><![CDATA[<!ELEMENT pick (hut)>\n<!ATTLIST pick picker CDATA #REQUIRED tree CDATA #IMPLIED>\n<!ELEMENT hut (#PCDATA)>]]></code>'), ['urn:orchard:harvest:1 pick@picker schema: picker', 'urn:orchard:harvest:1 hut schema: hut']],
    ['a registry snippet', section("<code><![CDATA[<form_type><name>urn:orchard:form</name><field var='ladder-owner' type='jid-single' label='Owner'/></form_type>]]></code>"), ['jabber:x:data field[urn:orchard:form ladder-owner] schema: ladder-owner']],
    ['a form', exampleSection("<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:orchard:form</value></field><field var='ladder-owner'><value>otto@orchard.example</value></field></x>"), ['jabber:x:data field[urn:orchard:form ladder-owner] example: ladder-owner']],
    ['a form without FORM_TYPE', exampleSection("<x xmlns='jabber:x:data'><field var='ladder-owner'><value>otto@orchard.example</value></field></x>"), ['jabber:x:data field[ladder-owner] example: ladder-owner']],
    ['a field table', section('<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>ladder-owner</td><td>Whose it is</td></tr></table>'), ['jabber:x:data field[urn:orchard:form ladder-owner] fields: ladder-owner']],
    ['a table of elements', section('<table><tr><th>Element</th><th>Meaning</th></tr><tr><td>&lt;hut/&gt;</td><td>Where they sleep</td></tr></table>'), ['urn:orchard:harvest:1 hut fields: hut']],
  ] as const) {
    test(`is found at its exact place in ${where}`, () => {
      const entities = " <!ENTITY harvest 'urn:orchard:harvest:1'> <!ENTITY somebody 'otto'>";
      assert.deepEqual(marks(xepSource({ number: '9001', title: 'Harvest', version: '1.2', entities, body })), expected);
    });
  }

  test('is found in prose where nothing else shows it', () => {
    const text = xepSource({ number: '9001', version: '1.2', body: section('<p>A hut-like place. The &lt;hut/&gt; element says where. Not hutch.</p>') });
    const { occurrences } = reviewOrchard(text).carriers.find((carrier) => carrier.element === 'hut') ?? assert.fail('not found');
    assert.deepEqual(occurrences.map(({ where, offset }) => [where, offset]), [['prose', text.indexOf('hut/&gt;')]]);
  });

  test('counts once per document, with all its occurrences in order', () => {
    const { carriers } = reviewOrchard(xepSource({ body: exampleSection(pick) + exampleSection(pick) }));
    assert.deepEqual(carriers.map((carrier) => [carrier.id, carrier.occurrences.length]), [['urn:orchard:harvest:1 pick@picker', 2], ['urn:orchard:harvest:1 hut', 2]]);
  });

  test('is own where the document defines it, and borrowed elsewhere', () => {
    const own = (number: string): boolean[] => reviewOrchard(xepSource({ number, version: '1.2', body: exampleSection(pick) })).carriers.map((carrier) => carrier.own);
    assert.deepEqual(own('9001').slice(0, 2), [true, true]);
    assert.deepEqual(own('9002'), [false, false]);
  });
});

suite('ordered processing', () => {
  test('gives a borrowed carrier the recipients and the stay that the document orders', () => {
    const { carriers, relevance } = reviewOrchard(xepSource({ number: '9002', version: '1.2', body: exampleSection(pick) }));
    const [picker, hut] = carriers;
    assert.deepEqual([picker?.ordered, picker?.recipients, picker?.retention, picker?.note, picker?.verdict], [true, ['third-party-service'], 'archived', 'The press keeps it.', { entry: '9002', source: 'Press' }]);
    assert.deepEqual([hut?.ordered, hut?.recipients, hut?.retention], [false, ['public'], 'archived']);
    assert.equal(relevance.level, 'high');
  });

  test('holds in that document only', () => {
    const [picker] = reviewOrchard(xepSource({ number: '9001', version: '1.2', body: exampleSection(pick) })).carriers;
    assert.deepEqual([picker?.ordered, picker?.recipients, picker?.note], [false, [], 'Who picks.']);
  });
});
