// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { blockKind, parseFragment, readXep, type BlockKind } from '../../server/src/xep/index.ts';
import { rootElements } from '../../server/src/xml/index.ts';
import { carriersIn, example, reviewTea, xepSource } from './teaHouse.ts';

const order = `<order xmlns='urn:example:tea:0' drinker='a@b.example'/>`;

/** The carriers of an example with this content, in a CDATA section. */
const carriersOf = (content: string): string[] => carriersIn(xepSource(example(content)));

/** Codes of the problems of such an example. */
const codesOf = (content: string): string[] => reviewTea(xepSource(example(content))).problems.map(({ code }) => code).filter((code) => code.startsWith('source/'));

suite('Traps in examples', () => {
  const encodings: readonly { readonly title: string; readonly block: string; readonly found: string }[] = [
    { title: 'a CDATA section', block: example(order), found: 'drinker=\'a@b.example\'' },
    { title: 'escaped text', block: `<example>${order.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</example>`, found: 'drinker=\'a@b.example\'' },
    { title: 'escaped text with escaped quotes', block: `<code>&lt;order xmlns=&quot;urn:example:tea:0&quot; drinker=&quot;a@b.example&quot;/></code>`, found: 'drinker=&quot;a@b.example&quot;' },
  ];
  for (const { title, block, found } of encodings) {
    test(`trap 5: a carrier in ${title} is found at its place`, () => {
      assert.deepEqual(carriersIn(xepSource(block)), [`urn:example:tea:0 order@drinker = ${found}`]);
    });
  }

  const early: readonly (readonly [content: string, found: readonly string[]])[] = [
    [`<order xmlns='urn:example:tea:0'>\n  size='2'\n  drinker='a@b.example'>\n<brew/></order>`, ['urn:example:tea:0 order@drinker = drinker=\'a@b.example\'', 'urn:example:tea:0 brew = brew']],
    [`<order xmlns='urn:example:tea:0'>\n  drinker="a@b.example"/>`, ['urn:example:tea:0 order@drinker = drinker="a@b.example"']],
    [`<order xmlns='urn:example:tea:0'> drinker='a@b.example' is thirsty ></order>`, []],
    [`<order xmlns='urn:example:tea:0'> drinker='a@b.example'</order>`, []],
  ];
  for (const [content, found] of early) {
    test(`attributes behind a tag that was closed too early: ${String(found.length)} in ${content.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(carriersOf(content), found);
    });
  }

  const rough: readonly { readonly title: string; readonly content: string }[] = [
    { title: 'several roots', content: `<iq type='get'/>\n${order}\n<iq type='result'/>` },
    { title: 'prose before the markup', content: `The guest says:\n${order}` },
    { title: 'an unclosed stream root', content: `<stream:stream to='b.example' xmlns:stream='http://etherx.jabber.org/streams'>\n${order}` },
    { title: 'a wrong end tag', content: `<iq type='set'>${order}</message>` },
    { title: 'an unclosed element before it', content: `<iq type='set'><pot>${order}</iq>` },
    { title: 'an unfinished tag before it', content: `<pot size=\n${order}` },
    { title: 'a bare "&" and "<" before it', content: `milk & sugar < 3 <1\n${order}` },
    { title: 'a second attribute of one name', content: order.replace('drinker', 'size=\'1\' size=\'2\' drinker') },
    { title: 'HTTP headers before it', content: `POST /tea HTTP/1.1\nHost: tea.example\n\n${order}` },
    { title: 'JSON before it', content: `{ "tea": 1 }\n${order}` },
  ];
  for (const { title, content } of rough) {
    test(`trap 6: a block with ${title} is not dropped`, () => {
      assert.deepEqual(carriersOf(content), ['urn:example:tea:0 order@drinker = drinker=\'a@b.example\'']);
    });
  }

  const kinds: readonly (readonly [kind: BlockKind, ...texts: readonly string[]])[] = [
    ['stanzas', order, '\n   <?xml version="1.0"?><menu/>', 'The guest: <_tea/>', '<xs:elements/>', "<tea xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>", '<element name="tea"/>'],
    ['schema', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="tea"/></xs:schema>', '<xs:attribute name="tea"/>', '<xsd:element name="tea"/>', '<xs:complexType>', '<xs:simpleType\nname="tea"/>', '<xs:schema>'],
    ['schema', "<schema xmlns='http://www.w3.org/2001/XMLSchema'/>", "<x-s:element xmlns:x-s='http://www.w3.org/2001/XMLSchema'/>", "<tea xmlns='http://www.w3.org/2001/XMLSchema'><attribute name='cup'>"],
    ['dtd', '<!ELEMENT menu (tea)*>', '<menu/>\n<!ATTLIST\nmenu tea CDATA #IMPLIED>'], ['stanzas', '<!ELEMENTS tea><menu/>'],
    ['registry', '<form_type><name>urn:example:tea:form</name></form_type>', '\n <var>\n', '<querytype>', '<registry>', '<var-name>', '<type>', '<category>', '<feature>', '<identity>', '<statuscode>', '<option>', '\n<?xml version="1.0"?>\n\n  <var>', '<?xml version="1.0"?><var>'],
    ['stanzas', "<type xmlns='urn:example:tea:0'>", "<registry xmlns='urn:example:tea:0'>", '<option value="tea"/>', '<menu/><form_type>', 'A form: <form_type>'],
    ['http', 'GET /tea HTTP/1.1\nHost: tea.example', 'HTTP/1.1 200 OK', '\n\n  POST /tea', 'PUT /tea', 'HEAD /tea', 'DELETE /tea', 'OPTIONS *', 'CONNECT tea.example', '\n\n  HTTP/2', 'HTTP/1.1 200 OK\n\n<html/>', 'HTTP/1.1 200 OK\n\n<messages/>'],
    ['stanzas', 'POST /tea\n\n<iq>', 'POST /tea\n\n<message\nto="tea.example">', 'HTTP/1.1 200 OK\n\n<presence>', 'Ask: GET /tea <tea/>', 'By HTTP/1.1: <tea/>'],
    ['text', 'xmpp:tea.example?pour', '0a 1b 2c', '{ "cups": [1] }', 'v=0\nm=audio 1 RTP/AVP 0', '1 < 2', 'Ask: GET /tea', 'By HTTP/1.1', 'GET  some', ''],
  ];
  for (const [kind, ...texts] of kinds) {
    for (const text of texts) {
      test(`trap 6: ${JSON.stringify(text.slice(0, 60))} is read as ${kind}`, () => assert.equal(blockKind(text), kind));
    }
  }

  for (const gap of ['...', '[...]', '<!-- snip -->', '\u2026', '[snip]']) {
    test(`trap 7: an example with the gap ${gap} is partial, so that nothing is asked to be mended`, () => {
      const content = `<iq type='result'><menu>${gap}${order}</iq>`;
      assert.deepEqual(codesOf(content), gap.startsWith('<!--') ? ['source/not-well-formed'] : []);
      assert.equal(carriersOf(content).length, 1);
    });
  }

  test('trap 7: an example without a gap that does not close is one to be mended', () => {
    assert.deepEqual(codesOf(`<iq type='result'><menu>${order}</iq>`), ['source/not-well-formed']);
  });

  test('trap 8: comments and XML declarations inside an example are passed over', () => {
    const content = `<?xml version='1.0'?>\n<!-- <order xmlns='urn:example:tea:0' drinker='no@b.example'/> -->\n${order}`;
    assert.deepEqual(carriersOf(content), ['urn:example:tea:0 order@drinker = drinker=\'a@b.example\'']);
    assert.deepEqual(codesOf(content), []);
  });

  test('trap 8: line prefixes are text of the elements around them', () => {
    const roots = rootElements(parseFragment(`G: <iq type='set'>\nG:   <pot xmlns='urn:example:tea:0'/>\nG: </iq>\nT: <iq/>`));
    assert.deepEqual(roots.map(({ name, children }) => `${name} ${children.filter((child) => child.kind === 'element').length}`), ['iq 1', 'iq 0']);
  });

  test('trap 9: a humorous document shows its carriers and has no level', () => {
    const review = reviewTea(xepSource(example(`${order}${'<drop/>'.repeat(5000)}`), { number: '9404', type: 'Humorous' }));
    assert.equal(review.relevance.level, 'none');
    assert.deepEqual(review.relevance.tags, ['humorous']);
    assert.deepEqual(review.problems.filter(({ code }) => code.startsWith('considerations/')), []);
  });

  test('trap 9: thousands of root elements are read one by one', () => {
    assert.equal(rootElements(parseFragment('<drip/><drop/>'.repeat(3000))).length, 6000);
  });

  test('blocks stand in document order with their captions', () => {
    const { blocks } = readXep(xepSource(`${example('<a/>', 'One &amp; only')}<p>x</p><code>plain</code>`));
    assert.deepEqual(blocks.map(({ caption, kind, content }) => [caption, kind, content.text]), [['One & only', 'stanzas', '<a/>'], ['', 'text', 'plain']]);
  });

  test('blocks stand in sections, not in remarks of the header or in other blocks', () => {
    const text = xepSource('<example><p>tea<code>cup</code></p></example>').replace('</version>', '</version><remark><p>Renames <code>pot</code></p></remark>');
    assert.deepEqual(readXep(text).blocks.map(({ element }) => text.slice(element.openEnd, element.closeStart)), ['<p>tea<code>cup</code></p>']);
  });
});
