// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readXep, type XepHeader } from '../../server/src/xep/index.ts';

const headerOf = (content: string): XepHeader => readXep(`<?xml version='1.0'?>\n<!DOCTYPE xep [<!ENTITY pot 'Pot'>]>\n<xep>\n<header>${content}</header></xep>`).header;

suite('the header of a document', () => {
  test('gives each field without markup, with references resolved and white space folded', () => {
    const { span: _span, ...header } = headerOf(`<title>The\n <em>&pot;</em> &amp; Lid</title><number> 9001 </number><status>Draft</status><type>Informational</type>
      <revision><version>1.2</version></revision><revision><version>1.1</version></revision>
      <dependencies><spec>XMPP <em>Core</em></spec><spec>XEP-0001</spec></dependencies><supersededby><spec> &pot;
        3</spec></supersededby>`);
    assert.deepEqual(header, { title: 'The Pot & Lid', number: '9001', status: 'Draft', type: 'Informational', version: '1.2', dependencies: ['XMPP Core', 'XEP-0001'], supersededBy: ['Pot 3'] });
  });

  test('is empty in all that it does not say', () => {
    const { span: _span, ...header } = headerOf('<dependencies> </dependencies><supersededby><spec/></supersededby>');
    assert.deepEqual(header, { title: '', number: '', status: '', type: '', version: '', dependencies: [], supersededBy: [] });
  });

  test('lists what it depends on also where its markup is broken', () => {
    assert.deepEqual(headerOf('<dependencies><spec>XEP-0001</spec><spec>XEP-0002</dependencies>').dependencies, ['XEP-0001', 'XEP-0002']);
    assert.deepEqual(headerOf('<dependencies><spec>XEP-0001</spec><other>XEP-0002</other></dependencies>').dependencies, ['XEP-0001']);
  });

  test('takes the version of the first revision, not of anything else', () => {
    assert.equal(headerOf('<version>9</version><revision><date>2031-02-03</date></revision><revision><version>1</version></revision>').version, '');
  });

  test('has the span of its element, an empty one at the root where there is none', () => {
    const text = '<xep>\n<header><title>Pot</title></header></xep>';
    const { span } = readXep(text).header;
    assert.equal(text.slice(span.start, span.end), '<header><title>Pot</title></header>');
    assert.deepEqual([readXep('\n<xep><section1/></xep>').header, readXep('no XEP').header].map((header) => [header.span, header.title, header.dependencies, header.supersededBy, header.version]), [[{ start: 1, end: 1 }, '', [], [], ''], [{ start: 0, end: 0 }, '', [], [], '']]);
  });

  for (const [written, status, type] of [['proto', 'ProtoXEP', 'proto'], ['PROTOXEP', 'ProtoXEP', 'PROTOXEP'], ['Not Proto', 'Not Proto', 'Not Proto'], ['standard  strack', 'standard strack', 'Standards Track'], ['My Standards Track', 'My Standards Track', 'My Standards Track'], ['Standards Tracks', 'Standards Tracks', 'Standards Tracks']] as const) {
    test(`reads "${written}" as the status "${status}" and the type "${type}"`, () => {
      const header = headerOf(`<status>${written}</status><type>${written}</type>`);
      assert.deepEqual([header.status, header.type], [status, type]);
    });
  }
});
