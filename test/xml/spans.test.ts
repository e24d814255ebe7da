// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { attributeValue, childElements, nameSpan, parseXml, rootElements, walkElements, type XmlNode, type XmlTree } from '../../server/src/xml/index.ts';

/** The nodes of a tree as lines: kind, whole span, and for an element its start tag and end tag as they stand in the text. */
function outline({ text, nodes }: XmlTree): string[] {
  const lines: string[] = [];
  const list = (level: readonly XmlNode[], depth: number): void => {
    for (const node of level) {
      const tags = node.kind === 'element' ? ` ${text.slice(node.start, node.openEnd)} ${text.slice(node.closeStart, node.end)}`.trimEnd() : ` ${text.slice(node.start, node.end)}`;
      lines.push(`${'  '.repeat(depth)}${node.kind} ${node.start}-${node.end}${tags}`);
      list(node.kind === 'element' ? node.children : [], depth + 1);
    }
  };
  list(nodes, 0);
  return lines;
}

suite('XML spans', () => {
  const cases: readonly { readonly title: string; readonly text: string; readonly expected: readonly string[] }[] = [
    { title: 'an element spans both of its tags', text: ' <a>x</a> ', expected: ['text 0-1  ', 'element 1-9 <a> </a>', '  text 4-5 x', 'text 9-10  '] },
    { title: 'a self-closing element ends with its start tag', text: '<a><b/><c /></a>', expected: ['element 0-16 <a> </a>', '  element 3-7 <b/>', '  element 7-12 <c />'] },
    { title: 'an end tag may hold white space', text: '<a></a \n>', expected: ['element 0-9 <a> </a \n>'] },
    { title: 'a comment spans its marks', text: '<a><!-- <b> -- ></a>--></a>', expected: ['element 0-27 <a> </a>', '  comment 3-23 <!-- <b> -- ></a>-->'] },
    { title: 'a processing instruction spans its marks', text: '<?pi x="</a>"?><a/>', expected: ['instruction 0-15 <?pi x="</a>"?>', 'element 15-19 <a/>'] },
    { title: 'a ">" in a value does not end the tag', text: '<a b="x>y"><c/></a>', expected: ['element 0-19 <a b="x>y"> </a>', '  element 11-15 <c/>'] },
    { title: 'a tag may run over several lines', text: '<a\r\n  b="1"\n>\r\n</a>', expected: ['element 0-19 <a\r\n  b="1"\n> </a>', '  text 13-15 \r\n'] },
    { title: 'offsets count UTF-16 units', text: '<a b="\u{1F600}">\u00e4\u{1F600}<\u00f6/></a>', expected: ['element 0-21 <a b="\u{1F600}"> </a>', '  text 10-13 \u00e4\u{1F600}', '  element 13-17 <\u00f6/>'] },
    { title: 'a lone surrogate is one unit', text: '<a>\ud800<b/></a>', expected: ['element 0-12 <a> </a>', '  text 3-4 \ud800', '  element 4-8 <b/>'] },
    { title: 'a byte order mark is text of one unit', text: '\uFEFF<a/>', expected: ['text 0-1 \uFEFF', 'element 1-5 <a/>'] },
  ];
  for (const { title, text, expected } of cases) {
    test(title, () => {
      const tree = parseXml(text);
      assert.deepEqual(outline(tree), expected);
      assert.deepEqual(tree.problems, []);
    });
  }

  test('reads a slice of a text at the offsets of the whole text', () => {
    const tree = parseXml('<x><a>1</a></x>', { from: 3, to: 11 });
    assert.deepEqual(outline(tree), ['element 3-11 <a> </a>', '  text 6-7 1']);
  });

  const sections: readonly { readonly text: string; readonly section: readonly [number, number]; readonly content: readonly [number, number] }[] = [
    { text: '<a><![CDATA[xy]]></a>', section: [3, 17], content: [12, 14] },
    { text: '<a>--<![CDATA[]]></a>', section: [5, 17], content: [14, 14] },
    { text: '<a><![CDATA[]]]]></a>', section: [3, 17], content: [12, 14] },
    { text: '<a><![CDATA[<b>]]&gt;</b>]]></a>', section: [3, 28], content: [12, 25] },
  ];
  for (const { text, section, content } of sections) {
    test(`the CDATA section of ${text} spans from "<![CDATA[" to after "]]>"`, () => {
      const node = rootElements(parseXml(text))[0]?.children.find((child) => child.kind === 'cdata');
      assert.ok(node?.kind === 'cdata');
      assert.deepEqual([[node.start, node.end], [node.contentStart, node.contentEnd]], [section, content]);
      assert.equal(text.slice(node.start, node.contentStart), '<![CDATA[');
      assert.equal(text.slice(node.contentEnd, node.end), ']]>');
    });
  }

  const attributes: readonly { readonly text: string; readonly name: string; readonly raw: string; readonly whole: string; readonly value: string }[] = [
    { text: '<a b="1" cd=\'2\'/>', name: 'cd', raw: '2', whole: 'cd=\'2\'', value: '2' },
    { text: '<a b = "1 2" c="3">', name: 'b', raw: '1 2', whole: 'b = "1 2"', value: '1 2' },
    { text: '<a b="1"cd="2"/>', name: 'cd', raw: '2', whole: 'cd="2"', value: '2' },
    { text: '<a b=""/>', name: 'b', raw: '', whole: 'b=""', value: '' },
    { text: '<a b="it\'s &lt;x&gt;"/>', name: 'b', raw: 'it\'s &lt;x&gt;', whole: 'b="it\'s &lt;x&gt;"', value: 'it\'s <x>' },
    { text: '<a\n\tp:b=\'&#x41;&#66;\'/>', name: 'p:b', raw: '&#x41;&#66;', whole: 'p:b=\'&#x41;&#66;\'', value: 'AB' },
  ];
  for (const { text, name, raw, whole, value } of attributes) {
    test(`the attribute ${whole} has exact spans for name and value`, () => {
      const attribute = rootElements(parseXml(text))[0]?.attributes.find((one) => one.name === name);
      assert.ok(attribute);
      assert.equal(text.slice(attribute.start, attribute.nameEnd), name);
      assert.equal(text.slice(attribute.valueStart, attribute.valueEnd), raw);
      assert.equal(text.slice(attribute.start, attribute.end), whole);
      assert.equal(attribute.value, value);
    });
  }

  test('a name span is the name in the start tag', () => {
    const text = '<x><p:leaf  at="1"/></x>';
    const leaf = rootElements(parseXml(text))[0]?.children[0];
    assert.ok(leaf?.kind === 'element');
    const { start, end } = nameSpan(leaf);
    assert.equal(text.slice(start, end), 'p:leaf');
    assert.equal(leaf.localName, 'leaf');
  });

  test('children and attributes are found by name', () => {
    const root = rootElements(parseXml('<r k="v"><a/>t<b/><p:a xmlns:p="u"/></r>'))[0];
    assert.ok(root);
    assert.deepEqual(childElements(root).map((child) => child.name), ['a', 'b', 'p:a']);
    assert.deepEqual(childElements(root, 'a').map((child) => child.name), ['a', 'p:a']);
    assert.equal(attributeValue(root, 'k'), 'v');
    assert.equal(attributeValue(root, 'l'), undefined);
  });

  test('a walk goes in document order and leaves out what is refused', () => {
    const names: string[] = [];
    walkElements(parseXml('<r><a><b/></a><c><d/></c><e/></r>').nodes, (element) => {
      names.push(element.name);
      return element.name !== 'a';
    });
    assert.deepEqual(names, ['r', 'a', 'c', 'd', 'e']);
  });

  test('every element knows its parent', () => {
    const parents: string[] = [];
    walkElements(parseXml('<r><a><b/></a><c/></r>').nodes, (element) => {
      parents.push(`${element.name} in ${element.parent?.name ?? 'nothing'}`);
    });
    assert.deepEqual(parents, ['r in nothing', 'a in r', 'b in a', 'c in r']);
  });
});
