// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { xepSource } from '../support/xepSource.ts';
import { draftXep, reviewXep } from '../../server/src/review/index.ts';
import { parseXml } from '../../server/src/xml/index.ts';
import { orchard, reviewOrchard } from './orchard.ts';

const open = "<section1 topic='Privacy Considerations'><p>";

/** Texts on which careless patterns run for minutes. The limit of the tests is no measurement: it only tells linear from quadratic. */
/** A block with a schema. */
function schema(inside: string): string {
  return `<section1 topic='XML Schema'><code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:0'>${inside}</xs:schema>]]></code></section1>`;
}

function numbered(count: number, markup: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => markup(number)).join('');
}

suite('a review of a hostile document ends', () => {
  for (const [what, body] of [
    ['CDATA sections that never close', '<![CDATA['.repeat(200_000)], ['comments that never close', open + '<!--'.repeat(200_000)], ['spaces', `${open}no${' '.repeat(1_000_000)}concerns`], ['denials', open + 'no new security and '.repeat(50_000)],
    ['titles of RFCs', open + 'RFC 1234: x '.repeat(80_000)], ['elements one inside the other', '<section1 topic="x"><p>'.repeat(50_000)], ['elements of an example one inside the other', `<section1><example><![CDATA[${"<a xmlns='urn:x' jid='a@b'>".repeat(50_000)}]]></example></section1>`],
    ['declarations one inside the other', schema("<xs:sequence><xs:element ref='a'/>".repeat(20_000))],
    ['a type of many attributes that many elements have', schema(`<xs:complexType name='t'>${numbered(3000, (number) => `<xs:attribute name='jid${number}'/>`)}</xs:complexType>${numbered(3000, (number) => `<xs:element name='e${number}' type='t'/>`)}`)],
    ['attributes that never close', `${open}<example>${'&lt;c d="'.repeat(20_000)}`],
    ['fields of one name', `<section1 topic='Fields'><code><![CDATA[<form_type><name>urn:orchard:basket</name>${"<field var='weight' label='x'/>".repeat(130_000)}</form_type>]]></code></section1>`],
  ] as const) {
    test(`with ${what}`, () => {
      assert.equal(reviewOrchard(xepSource({ body })).path, 'orchard.xml');
    }).timeout(30_000);
  }

  test('with a name at very many places, in a draft of an entry too', () => {
    const body = `<section1><example><![CDATA[<pick xmlns='urn:orchard:0'>${"<by jid='a@b.c'/>".repeat(150_000)}</pick>]]></example></section1>`;
    assert.equal(draftXep('orchard.xml', xepSource({ body }), orchard).review.path, 'orchard.xml');
  }).timeout(30_000);
});

suite('elements that nest too deep', () => {
  for (const [where, body] of [
    ['a document', `<section1>${'<p>'.repeat(1100)}${'</p>'.repeat(1100)}</section1>`], ['an example', `<section1><example><![CDATA[${'<pick>'.repeat(1100)}${'</pick>'.repeat(1100)}]]></example></section1>`], ['a schema', schema(`${'<xs:sequence>'.repeat(1100)}${'</xs:sequence>'.repeat(1100)}`)],
  ] as const) {
    test(`are found in ${where}, with the bound, where it is passed`, () => {
      const source = xepSource({ body });
      const deep = reviewXep('orchard.xml', source, orchard).problems.filter(({ code }) => code === 'source/not-well-formed');
      assert.deepEqual(deep.map(({ message, offset, length }) => [/Elements nest more than 1000 levels deep\./.test(message), /^<(?:p|pick|xs:sequence)>$/.test(source.slice(offset, offset + length))]), [[true, true]]);
    });
  }

  test('stand beside each other there, and what comes after is read as ever', () => {
    const { nodes, problems } = parseXml(`${'<a>'.repeat(1010)}<b/>${'</a>'.repeat(1010)}<c></c>`, { fragment: true });
    assert.deepEqual(problems.map(({ code, start }) => [code, start]), [['too-deep', 3000]]);
    assert.deepEqual(nodes.map((node) => (node.kind === 'element' ? node.name : '')), ['a', 'c']);
    let deepest = nodes[0];
    while (deepest?.kind === 'element' && deepest.children[0]?.kind === 'element' && deepest.children.length === 1) {
      [deepest] = deepest.children;
    }
    assert.equal(deepest?.kind === 'element' ? deepest.children.length : 0, 11);
  });
});
