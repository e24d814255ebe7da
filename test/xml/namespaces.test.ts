// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { parseXml, walkElements, type ParseOptions } from '../../server/src/xml/index.ts';

/** Elements and prefixed attributes as `{namespace}name`, in document order. */
function names(text: string, options: ParseOptions = { fragment: true }): string[] {
  const found: string[] = [];
  walkElements(parseXml(text, options).nodes, (element) => {
    found.push(`{${element.namespace}}${element.localName}`);
    for (const attribute of element.attributes) {
      if (attribute.namespace !== '') {
        found.push(`@{${attribute.namespace}}${attribute.localName}`);
      }
    }
  });
  return found;
}

suite('Namespaces', () => {
  const cases: readonly { readonly title: string; readonly text: string; readonly expected: readonly string[] }[] = [
    { title: 'a default namespace holds for the element and what it wraps', text: '<a xmlns="u"><b/></a>', expected: ['{u}a', '{u}b'] },
    { title: 'a default namespace ends with its element', text: '<r><a xmlns="u"/><b/><c xmlns="v"><d/></c><e/></r>', expected: ['{}r', '{u}a', '{}b', '{v}c', '{v}d', '{}e'] },
    { title: 'an inner default namespace hides the outer one until it ends', text: '<a xmlns="u"><b xmlns="v"><c/></b><d/></a>', expected: ['{u}a', '{v}b', '{v}c', '{u}d'] },
    { title: 'an empty declaration takes the default namespace back', text: '<a xmlns="u"><b xmlns=""/><c/></a>', expected: ['{u}a', '{}b', '{u}c'] },
    { title: 'a prefix is declared by the tag that uses it', text: '<p:a xmlns:p="u"><p:b/><c/></p:a>', expected: ['{u}a', '{u}b', '{}c'] },
    { title: 'a prefix can be declared anew inside', text: '<p:a xmlns:p="u"><p:b xmlns:p="v"/><p:c/></p:a>', expected: ['{u}a', '{v}b', '{u}c'] },
    { title: 'an attribute without a prefix has no namespace', text: '<a xmlns="u" b="1"/>', expected: ['{u}a'] },
    { title: 'a prefixed attribute may stand before its declaration', text: '<a p:b="1" xmlns:p="u" xml:lang="en"/>', expected: ['{}a', '@{u}b', '@{http://www.w3.org/XML/1998/namespace}lang'] },
    { title: 'the scope of an unclosed element ends where its parent ends', text: '<r><a xmlns="u"><b></r><c/>', expected: ['{}r', '{u}a', '{u}b', '{}c'] },
    { title: 'the scope of an unfinished tag holds for what it wraps', text: '<r><a xmlns="u" <b/></a><c/></r>', expected: ['{}r', '{u}a', '{u}b', '{}c'] },
    { title: 'a second declaration on one tag ends with it too', text: '<r xmlns="u"><a xmlns="v" xmlns="w"/><b/></r>', expected: ['{u}r', '{w}a', '{u}b'] },
    { title: 'entities in a namespace name are resolved', text: '<a xmlns="&ns;#x"/>', expected: ['{urn:example:tea#x}a'] },
  ];
  for (const { title, text, expected } of cases) {
    test(title, () => {
      assert.deepEqual(names(text, { fragment: true, entities: new Map([['ns', 'urn:example:tea']]) }), expected);
    });
  }

  test('an undeclared prefix is reported once per place and looked up among the known ones', () => {
    const text = '<s:a q:b="1"/>';
    const tree = parseXml(text, { knownPrefixes: new Map([['s', 'urn:known']]) });
    assert.deepEqual(names(text, { knownPrefixes: new Map([['s', 'urn:known']]) }), ['{urn:known}a']);
    assert.deepEqual(tree.problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`), ['undeclared-prefix s', 'undeclared-prefix q']);
  });

  test('a default namespace that was put in holds for what the element wraps', () => {
    const options: ParseOptions = { defaultNamespace: (name, inherited) => (name === 'tea' ? 'urn:example:tea' : inherited) };
    assert.deepEqual(names('<r><tea><cup/></tea><tea xmlns="own"/><x/></r>', options), ['{}r', '{urn:example:tea}tea', '{urn:example:tea}cup', '{own}tea', '{}x']);
  });

  const depth = 100_000;
  const towers: readonly { readonly title: string; readonly text: string; readonly last: string }[] = [
    { title: 'of one prefix', text: `${'<p:a xmlns:p="u">'.repeat(depth)}<p:b/>`, last: '{u}b' },
    { title: 'of one default namespace', text: `${'<a xmlns="u">'.repeat(depth)}<b/>`, last: '{u}b' },
    { title: 'of many prefixes', text: `${Array.from({ length: depth }, (_, level) => `<a xmlns:p${level}="u">`).join('')}<p0:b/>`, last: '{u}b' },
    { title: 'that lack the prefix asked for', text: `${'<a xmlns:p="u">'.repeat(depth)}<q:b/>`, last: '{}b' },
  ];
  for (const { title, text, last } of towers) {
    test(`declarations ${title} nest ${depth} deep`, () => {
      assert.equal(names(text).at(-1), last);
    });
  }
});
