// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { parseXml, walkElements } from '../../server/src/xml/index.ts';

/** Start tags with their parents, and what is reported, all as it stands in the text. */
function read(text: string): { readonly tags: string[]; readonly problems: string[] } {
  const tree = parseXml(text);
  const tags: string[] = [];
  walkElements(tree.nodes, ({ parent, start, openEnd }) => {
    tags.push(`${parent ? `${parent.name}: ` : ''}${text.slice(start, openEnd)}`);
  });
  return { tags, problems: tree.problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`) };
}

interface Case {
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly problems: readonly string[];
}

suite('Damaged XML', () => {
  const cases: readonly Case[] = [
    { title: 'a "<" before white space or a digit is text', text: '<a>1 < 2 <3 <b/></a>', tags: ['<a>', 'a: <b/>'], problems: ['stray-less-than <', 'stray-less-than <'] },
    { title: 'a "<" before a word ends at the next tag', text: '<a>x <tea y<b/></a>', tags: ['<a>', 'a: <tea y', 'tea: <b/>'], problems: ['attribute-without-value y', 'unfinished-tag <tea y', 'unclosed-element <tea y'] },
    { title: 'an unfinished tag ends at the next tag', text: '<a><p <b/></p></a>', tags: ['<a>', 'a: <p ', 'p: <b/>'], problems: ['unfinished-tag <p '] },
    { title: 'a row of unfinished names gives one element each', text: '<a><b<c<d/></a>', tags: ['<a>', 'a: <b', 'b: <c', 'c: <d/>'], problems: ['unfinished-tag <b', 'unfinished-tag <c', 'unclosed-element <c', 'unclosed-element <b'] },
    { title: 'a quote that is never closed ends at the next tag', text: '<a><l url=\'<b k="v"/></l></a>', tags: ['<a>', 'a: <l url=\'', 'l: <b k="v"/>'], problems: ['unquoted-value ', 'unfinished-tag <l url=\''] },
    { title: 'a lost closing quote costs its own tag only', text: '<a><b k="1/><c k="2"/><d/></a>', tags: ['<a>', 'a: <b k="1/>', 'b: <c k="2"/>', 'b: <d/>'], problems: ['unquoted-value 1/>', 'unfinished-tag <b k="1/>', 'unclosed-element <b k="1/>'] },
    { title: 'a lost opening quote costs no other tag', text: '<a><b k=1"/><c k="2"/></a>', tags: ['<a>', 'a: <b k=1"/>', 'b: <c k="2"/>'], problems: ['unquoted-value 1"/', 'unclosed-element <b k=1"/>'] },
    { title: 'a lost ">" of a start tag ends it at the next tag', text: '<a><b k="1"<c/></b></a>', tags: ['<a>', 'a: <b k="1"', 'b: <c/>'], problems: ['unfinished-tag <b k="1"'] },
    { title: 'a lost ">" of an end tag ends it at the next tag', text: '<a><b></b<c/></a>', tags: ['<a>', 'a: <b>', 'a: <c/>'], problems: ['unfinished-tag </b'] },
    { title: 'a row of unfinished end tags closes one element each', text: '<a><b><c></c</b </a>', tags: ['<a>', 'a: <b>', 'b: <c>'], problems: ['unfinished-tag </c', 'unfinished-tag </b '] },
    { title: 'a stray end tag is passed over', text: '<a></zz><b/></a>', tags: ['<a>', 'a: <b/>'], problems: ['stray-end-tag </zz>'] },
    { title: 'an end tag closes what was left open inside', text: '<a><p><i></a>', tags: ['<a>', 'a: <p>', 'p: <i>'], problems: ['unclosed-element <i>', 'unclosed-element <p>'] },
    { title: 'a lost end tag costs no offset', text: '<a><b><c/><d/></a>', tags: ['<a>', 'a: <b>', 'b: <c/>', 'b: <d/>'], problems: ['unclosed-element <b>'] },
    { title: 'a "&" costs nothing', text: '<a>salt & pepper <b k="x & y"/></a>', tags: ['<a>', 'a: <b k="x & y"/>'], problems: ['bad-reference &', 'bad-reference &'] },
    { title: 'values without quotes and attributes without values are read', text: '<a b=1 c>x</a>', tags: ['<a b=1 c>'], problems: ['unquoted-value 1', 'attribute-without-value c'] },
    { title: 'an attribute that stands twice is reported at its second place', text: '<a b="1" b="2"/>', tags: ['<a b="1" b="2"/>'], problems: ['duplicate-attribute b'] },
    { title: 'a second root and text beside a root are reported', text: '<a/>x<b/>', tags: ['<a/>', '<b/>'], problems: ['text-outside-root x', 'extra-root <b/>'] },
    { title: 'a text without markup has no root', text: 'x', tags: [], problems: ['text-outside-root x', 'no-root x'] },
  ];
  const ends: readonly Case[] = [
    { title: 'in text', text: '<a><b/>tea', tags: ['<a>', 'a: <b/>'], problems: ['unclosed-element <a>'] },
    { title: 'after "<"', text: '<a><b/><', tags: ['<a>', 'a: <b/>'], problems: ['stray-less-than <', 'unclosed-element <a>'] },
    { title: 'in the name of a start tag', text: '<a><b/><ccc', tags: ['<a>', 'a: <b/>', 'a: <ccc'], problems: ['unfinished-tag <ccc', 'unclosed-element <ccc', 'unclosed-element <a>'] },
    { title: 'after the name of a start tag', text: '<a><b/><c ', tags: ['<a>', 'a: <b/>', 'a: <c '], problems: ['unfinished-tag <c ', 'unclosed-element <c ', 'unclosed-element <a>'] },
    { title: 'in a value', text: '<a><b/><c k="v', tags: ['<a>', 'a: <b/>', 'a: <c k="v'], problems: ['unquoted-value v', 'unfinished-tag <c k="v', 'unclosed-element <c k="v', 'unclosed-element <a>'] },
    { title: 'in an end tag', text: '<a><b></b', tags: ['<a>', 'a: <b>'], problems: ['unfinished-tag </b', 'unclosed-element <a>'] },
    { title: 'in a comment', text: '<a><b/><!-- <c/>', tags: ['<a>', 'a: <b/>'], problems: ['unterminated-section <!--', 'unclosed-element <a>'] },
    { title: 'in a CDATA section', text: '<a><b/><![CDATA[<c/>', tags: ['<a>', 'a: <b/>'], problems: ['unterminated-section <![CDATA[', 'unclosed-element <a>'] },
  ];
  for (const { title, text, tags, problems } of [...cases, ...ends.map((end) => ({ ...end, title: `a text may end ${end.title}` }))]) {
    test(title, () => {
      assert.deepEqual(read(text), { tags, problems });
    });
  }

  test('every prefix of a text parses without a throw, and what was complete stays', () => {
    const text = '<a b="1"><!-- c --><d e=\'2\'>x &amp; y<![CDATA[<f/>]]></d><?g h?><i/></a>';
    for (let end = 0; end <= text.length; end++) {
      const { tags } = read(text.slice(0, end));
      const complete = ['<a b="1">', 'a: <d e=\'2\'>', 'a: <i/>'].filter((tag) => text.indexOf(tag.replace('a: ', '')) + tag.replace('a: ', '').length <= end);
      assert.deepEqual(tags.slice(0, complete.length), complete, text.slice(0, end));
    }
  });
});

suite('text that begins like an end tag and names none', () => {
  for (const [text, problems] of [
    ['<//>tea', ['stray-less-than 0-1']], ['<a>x<//>tea</a>', ['stray-less-than 4-5']], ['<a><///><b/></a>', ['stray-less-than 3-4']], ['<a>< //></a>', ['stray-less-than 3-4']],
  ] as const) {
    test(`is text, at its place, in ${text}`, () => {
      const tree = parseXml(text, { fragment: true });
      assert.deepEqual(tree.problems.map(({ code, start, end }) => `${code} ${start}-${end}`), problems);
      assert.ok(tree.nodes.every(({ start, end }) => start >= 0 && end <= text.length));
    });
  }
});
