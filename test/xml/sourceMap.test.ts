// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { mappedContent, parseXml, rootElements, type MappedText } from '../../server/src/xml/index.ts';

const entities = new Map([['ns', 'urn:example:tea'], ['styled', 'the <em>cup</em>'], ['none', '']]);

/** The content of the root of `text`, with the text itself. */
function content(text: string): { readonly source: string; readonly mapped: MappedText } {
  const root = rootElements(parseXml(text))[0];
  assert.ok(root);
  return { source: text, mapped: mappedContent(text, root, entities) };
}

suite('Source maps', () => {
  /** `from` is a part of the decoded text, `to` what it must map to in the source. */
  const cases: readonly { readonly title: string; readonly text: string; readonly decoded: string; readonly parts: readonly (readonly [from: string, to: string])[] }[] = [
    { title: 'one CDATA section maps in place', text: '<e><![CDATA[<q k="&ns;"/>]]></e>', decoded: '<q k="&ns;"/>', parts: [['q', 'q'], ['k="&ns;"', 'k="&ns;"'], ['<q k="&ns;"/>', '<q k="&ns;"/>']] },
    { title: 'spliced CDATA sections map each to its own', text: '<e><![CDATA[<q>one]]><![CDATA[two</q>]]></e>', decoded: '<q>onetwo</q>', parts: [['one', 'one'], ['two', 'two'], ['onetwo', 'one]]><![CDATA[two']] },
    { title: 'an entity between CDATA sections maps to its reference', text: '<e><![CDATA[<q xmlns="]]>&ns;<![CDATA[" k="1"/>]]></e>', decoded: '<q xmlns="urn:example:tea" k="1"/>', parts: [['urn:example:tea', '&ns;'], ['example', '&ns;'], ['k="1"', 'k="1"'], ['xmlns="urn:example:tea"', 'xmlns="]]>&ns;<![CDATA["']] },
    { title: 'escaped text maps around its references', text: '<e>&lt;q k=&quot;v&quot;&gt;tea&lt;/q&gt;</e>', decoded: '<q k="v">tea</q>', parts: [['tea', 'tea'], ['<q', '&lt;q'], ['k="v"', 'k=&quot;v&quot;'], ['</q>', '&lt;/q&gt;']] },
    { title: 'plain text maps in place', text: '<e>just tea</e>', decoded: 'just tea', parts: [['tea', 'tea']] },
    { title: 'text before a CDATA section shifts nothing', text: '<e>\n  <![CDATA[<q/>]]>\n</e>', decoded: '\n  <q/>\n', parts: [['<q/>', '<q/>']] },
    { title: 'an escaped section end splits and maps', text: '<e><![CDATA[a]]]]><![CDATA[>b]]></e>', decoded: 'a]]>b', parts: [['a', 'a'], ['b', 'b']] },
    { title: 'markup around text is left out, comments too', text: '<e>x<em>tea</em><!-- no -->y</e>', decoded: 'xteay', parts: [['tea', 'tea'], ['y', 'y']] },
    { title: 'markup inside an entity is left out', text: '<e>a &styled; b</e>', decoded: 'a the cup b', parts: [['the cup', '&styled;'], ['cup', '&styled;'], [' b', ' b']] },
    { title: 'an empty entity takes no room', text: '<e>tea&none;cup</e>', decoded: 'teacup', parts: [['tea', 'tea'], ['cup', 'cup']] },
    { title: 'an unknown entity stays as it is', text: '<e>&lost; tea</e>', decoded: '&lost; tea', parts: [['&lost;', '&lost;']] },
    { title: 'a character reference maps as one', text: '<e>&#x1F600;tea</e>', decoded: '\u{1F600}tea', parts: [['\u{1F600}', '&#x1F600;'], ['tea', 'tea']] },
    { title: 'CR LF inside a section is kept', text: '<e><![CDATA[a\r\nb]]></e>', decoded: 'a\r\nb', parts: [['b', 'b']] },
  ];
  for (const { title, text, decoded, parts } of cases) {
    test(title, () => {
      const { source, mapped } = content(text);
      assert.equal(mapped.text, decoded);
      for (const [from, to] of parts) {
        const at = decoded.indexOf(from);
        const { start, end } = mapped.toSource(at, at + from.length);
        assert.equal(source.slice(start, end), to);
      }
    });
  }

  test('an exact offset of a spliced example is the one in the file', () => {
    const { mapped } = content('<e><![CDATA[ab]]>&ns;<![CDATA[cd]]></e>');
    assert.deepEqual(mapped.toSource(1, 2), { start: 13, end: 14 });
    assert.deepEqual(mapped.toSource(17, 18), { start: 30, end: 31 });
    assert.deepEqual(mapped.toSource(18, 19), { start: 31, end: 32 });
  });

  test('a source offset leads back to the decoded text', () => {
    const { source, mapped } = content('<e><![CDATA[ab]]>&ns;<![CDATA[cd]]></e>');
    assert.equal(mapped.fromSource(source.indexOf('b]')), 1);
    assert.equal(mapped.fromSource(source.indexOf('&ns;') + 2), 2);
    assert.equal(mapped.fromSource(source.indexOf('cd')), 17);
    assert.equal(mapped.fromSource(0), -1);
    assert.equal(mapped.fromSource(source.indexOf(']]>')), -1);
  });

  test('an empty element maps to the place after its start tag', () => {
    const { mapped } = content('<e></e>');
    assert.equal(mapped.text, '');
    assert.deepEqual(mapped.toSource(0, 0), { start: 3, end: 3 });
  });
});
