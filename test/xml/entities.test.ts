// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { decodeReferences, expansionLimit, parseXml, referenceAt, resolveReference, rootElements, type XmlProblem } from '../../server/src/xml/index.ts';

const table = new Map([['ns', 'urn:example:tea'], ['deep', '&ns;:1&amp;'], ['self', 'x&self;'], ['ping', '&pong;'], ['pong', '&ping;'], ['markup', '<q>cup</q>']]);

/** A chain of entities, each of which refers ten times to the one before. */
function bomb(leaf: string, levels: number): Map<string, string> {
  return new Map(Array.from({ length: levels }, (_, level) => [`e${level}`, level === 0 ? leaf : `&e${level - 1};`.repeat(10)]));
}

/** What is reported for an attribute value. */
function problemsOf(value: string): readonly XmlProblem[] {
  return parseXml(`<a b="${value}"/>`, { entities: table }).problems;
}

suite('Entities', () => {
  const decoded: readonly { readonly text: string; readonly expected: string }[] = [
    { text: 'plain', expected: 'plain' },
    { text: '&lt;&gt;&amp;&quot;&apos;', expected: '<>&"\'' },
    { text: '&#65;&#x42;&#X43;&#x1F600;', expected: 'ABC\u{1F600}' },
    { text: 'a&ns;b', expected: 'aurn:example:teab' },
    { text: '&deep;', expected: 'urn:example:tea:1&' },
    { text: '&markup;', expected: '<q>cup</q>' },
    { text: '&amp;lt;', expected: '&lt;' },
    { text: '&unknown; &ns', expected: '&unknown; &ns' },
    { text: 'a & b && c &; &#; &#x; &#xG;', expected: 'a & b && c &; &#; &#x; &#xG;' },
    { text: '&#0; &#xD800; &#x110000; &#99999999;', expected: '&#0; &#xD800; &#x110000; &#99999999;' },
  ];
  for (const { text, expected } of decoded) {
    test(`"${text}" reads as "${expected}"`, () => {
      assert.equal(decodeReferences(text, table), expected);
    });
  }

  test('a reference spans from "&" to after ";"', () => {
    assert.deepEqual(referenceAt('a&wv-csp;b', 1), { start: 1, end: 9, name: 'wv-csp' });
    assert.deepEqual(referenceAt('&#x2014;', 0), { start: 0, end: 8, name: '#x2014' });
    assert.equal(referenceAt('&a b;', 0), undefined);
    assert.equal(referenceAt(`&${'a'.repeat(200)};`, 0), undefined);
  });

  test('the predefined entities cannot be redeclared', () => {
    assert.equal(decodeReferences('&lt;', new Map([['lt', 'other']])), '<');
  });

  test('an entity that refers to itself ends', () => {
    assert.ok(decodeReferences('&self;', table).length < 100);
    assert.ok(decodeReferences('&ping;', table).length < 100);
  });

  test('a billion laughs are cut at the limit', () => {
    const laughs = bomb('laugh', 30);
    assert.equal(resolveReference('e14', laughs)?.length, expansionLimit);
    assert.ok(decodeReferences('&e14;'.repeat(1000), laughs).length < 3 * expansionLimit);
  });

  test('a billion laughs about nothing end too', () => {
    assert.ok(decodeReferences('&e15;', bomb('', 16)).length < expansionLimit);
  });

  test('one long entity is cut at the limit', () => {
    assert.equal(resolveReference('long', new Map([['long', 'x'.repeat(expansionLimit * 2)]]))?.length, expansionLimit);
  });

  test('attribute values are resolved, text keeps its offsets', () => {
    const tree = parseXml('<a b="&ns;#x">&ns;</a>', { entities: table });
    const root = rootElements(tree)[0];
    assert.equal(root?.attributes[0]?.value, 'urn:example:tea#x');
    assert.deepEqual(root?.children, [{ kind: 'text', start: 14, end: 18 }]);
  });

  const reported: readonly { readonly value: string; readonly at: readonly string[] }[] = [
    { value: '&ns; &#65;', at: [] },
    { value: 'salt & pepper', at: ['&'] },
    { value: '&ns;&missing;&ns', at: ['&missing;', '&'] },
    { value: '&#xFFFFFF;', at: ['&#xFFFFFF;'] },
  ];
  for (const { value, at } of reported) {
    test(`of "${value}" ${at.length === 0 ? 'nothing' : at.join(' and ')} is reported as a bad reference`, () => {
      const text = `<a b="${value}"/>`;
      const problems = problemsOf(value);
      assert.deepEqual(problems.map(({ code, start, end }) => [code, text.slice(start, end)]), at.map((part) => ['bad-reference', part]));
    });
  }

  test('a "&" in text is reported at its place, and an unknown name only when the entities are known', () => {
    const text = '<a>one & two &three;</a>';
    const places = (tree: { readonly problems: readonly XmlProblem[] }): string[] => tree.problems.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(places(parseXml(text)), ['&']);
    assert.deepEqual(places(parseXml(text, { entities: table })), ['&', '&three;']);
  });
});
