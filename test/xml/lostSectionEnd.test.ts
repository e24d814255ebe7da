// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { parseXml, walkElements } from '../../server/src/xml/index.ts';

/** The elements of a text with what their first CDATA section holds, and whether one is reported as unterminated. */
function read(text: string): { readonly elements: string[]; readonly lost: number } {
  const tree = parseXml(text);
  const elements: string[] = [];
  walkElements(tree.nodes, (element) => {
    const section = element.children.find((child) => child.kind === 'cdata');
    elements.push(section ? `${element.name}: ${text.slice(section.contentStart, section.contentEnd)}` : element.name);
  });
  return { elements, lost: tree.problems.filter(({ code }) => code === 'unterminated-section').length };
}

suite('A lost "]]>"', () => {
  const cases: readonly { readonly title: string; readonly text: string; readonly elements: readonly string[]; readonly lost: number }[] = [
    { title: 'ends the section at the end tag of its element when another section follows', text: '<r><example><![CDATA[<one/></example><p>x</p><example><![CDATA[<two/>]]></example></r>', elements: ['r', 'example: <one/>', 'p', 'example: <two/>'], lost: 1 },
    { title: 'ends the section at the end tag of its element when the text ends', text: '<r><code><![CDATA[<one/></code><p/></r>', elements: ['r', 'code: <one/>', 'p'], lost: 1 },
    { title: 'is found for each of several sections', text: '<r><e><![CDATA[1</e><e><![CDATA[2</e><e><![CDATA[3]]></e></r>', elements: ['r', 'e: 1', 'e: 2', 'e: 3'], lost: 2 },
    { title: 'is not seen in a valid section that quotes its own end tag', text: '<r><example><![CDATA[<example>x</example>]]></example><p/></r>', elements: ['r', 'example: <example>x</example>', 'p'], lost: 0 },
    { title: 'is not seen in a valid section that quotes its own end tag before a further section', text: '<r><example><![CDATA[x</example>]]></example><example><![CDATA[y]]></example></r>', elements: ['r', 'example: x</example>', 'example: y'], lost: 0 },
    { title: 'is not seen in a valid section that quotes the start of one', text: '<r><e><![CDATA[<![CDATA[ </f>]]></e></r>', elements: ['r', 'e: <![CDATA[ </f>'], lost: 0 },
    { title: 'takes the rest of the text where the end tag is lost too', text: '<r><e><![CDATA[x', elements: ['r', 'e: x'], lost: 1 },
  ];
  for (const { title, text, elements, lost } of cases) {
    test(title, () => {
      assert.deepEqual(read(text), { elements, lost });
    });
  }

  test('leaves exact spans behind', () => {
    const text = '<r><e><![CDATA[<q/></e><e><![CDATA[z]]></e></r>';
    const section = parseXml(text).nodes.flatMap((node) => (node.kind === 'element' ? node.children : [])).flatMap((node) => (node.kind === 'element' ? node.children : []))[0];
    assert.deepEqual(section, { kind: 'cdata', start: 6, contentStart: 15, contentEnd: 19, end: 19 });
  });
});

suite('Very much of the same', () => {
  const count = 100_000;
  const texts: readonly { readonly title: string; readonly text: string; readonly elements: number }[] = [
    { title: 'open elements nest', text: '<a>'.repeat(count), elements: count },
    { title: 'closed elements nest', text: '<a>'.repeat(count) + '</a>'.repeat(count), elements: count },
    { title: 'stray end tags follow open elements', text: '<a>'.repeat(count) + '</b>'.repeat(count), elements: count },
    { title: 'unfinished names stand in a row', text: '<a'.repeat(count), elements: count },
    { title: 'unfinished names stand in a row before a ">"', text: `${'<a'.repeat(count)}>`, elements: count },
    { title: 'unfinished end tags stand in a row', text: `<a>${'</b'.repeat(count)}>`, elements: 1 },
    { title: 'unfinished end tags with spaces stand in a row', text: `<a>${'</b '.repeat(count)}>`, elements: 1 },
    { title: '"<3" stands in a row', text: `<a>${'<3'.repeat(count)}</a>`, elements: 1 },
    { title: 'open quotes stand in a row', text: '<a b=\''.repeat(count), elements: count },
    { title: 'attributes stand on one tag', text: `<a ${Array.from({ length: count }, (_, index) => `b${index}='1'`).join(' ')}/>`, elements: 1 },
  ];
  for (const { title, text, elements } of texts) {
    test(`${title} ${count} times without a throw`, () => {
      let found = 0;
      walkElements(parseXml(text).nodes, () => {
        found++;
      });
      assert.equal(found, elements);
    });
  }

  test('a text of more nodes than any document has is read so far, and says so', () => {
    const { nodes, problems } = parseXml(`<r>${'<a>x</a>'.repeat(600_000)}</r>`);
    const [root] = nodes;
    assert.ok(root?.kind === 'element');
    assert.ok(root.children.length < 510_000, `${root.children.length} children`);
    assert.deepEqual(problems.map(({ code }) => code), ['too-long']);
  });

  test('and so is one in which nothing ends', () => {
    const { problems } = parseXml('<a>'.repeat(1_000_001));
    assert.equal(problems.filter(({ code }) => code === 'too-long').length, 1);
  });

  test('a text says no more than a thousand times what is wrong in it', () => {
    assert.equal(parseXml(`<r>${'&'.repeat(5000)}</r>`).problems.length, 1000);
  });
});
