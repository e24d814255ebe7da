// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readEntityFile, readXep } from '../../server/src/xep/index.ts';
import { carriersIn, reviewTea, xepSource } from './teaHouse.ts';

const doctype = `<!DOCTYPE xep SYSTEM 'xep.dtd' [\n<!ENTITY % ents SYSTEM 'xep.ent'>\n%ents;\n<!ENTITY ns 'urn:example:tea:0'>\n<!ENTITY LEAF '<cite>Leaf</cite>'>\n]>\n`;

/** The carriers of one block in a document that declares the entity `ns`. */
const carriersOf = (block: string): string[] => carriersIn(xepSource(block, { doctype }));

suite('Traps in entities', () => {
  const spliced: readonly { readonly title: string; readonly block: string }[] = [
    { title: 'between CDATA sections', block: `<example><![CDATA[<order xmlns=']]>&ns;<![CDATA[' drinker='a@b.example'/>]]></example>` },
    { title: 'in escaped text', block: `<example>&lt;order xmlns='&ns;' drinker='a@b.example'/&gt;</example>` },
    { title: 'before the only CDATA section', block: `<example>&lt;order xmlns='&ns;'<![CDATA[ drinker='a@b.example'/>]]></example>` },
    { title: 'nowhere, the namespace spliced from two sections', block: `<code><![CDATA[<order xmlns='urn:example:]]><![CDATA[tea:0' drinker='a@b.example'/>]]></code>` },
  ];
  for (const { title, block } of spliced) {
    test(`trap 3: a namespace is whole with its entity ${title}`, () => {
      assert.deepEqual(carriersOf(block), ['urn:example:tea:0 order@drinker = drinker=\'a@b.example\'']);
    });
  }

  test('trap 3: an entity of the file holds unless the document has its own of the name', () => {
    const file = readEntityFile(`<!ENTITY ns 'urn:example:file'>\n<!ENTITY ns 'urn:example:late'>\n<!ENTITY brew 'Brewing'>\n<!ENTITY % param 'x'>`);
    const { entities } = readXep(xepSource('<p/>', { doctype }), file);
    assert.deepEqual(['ns', 'brew', 'param', 'nbsp'].map((name) => entities.get(name)), ['urn:example:tea:0', 'Brewing', undefined, '\u00a0']);
    assert.equal(readXep(xepSource('<p/>'), file).entities.get('ns'), 'urn:example:file');
  });

  test('trap 3: spaces, dashes, quotes and the like need no declaration, whether there is a file or not', () => {
    const title = '&nbsp;&mdash;&ndash;&hellip;&copy;&lsquo;&rsquo;&ldquo;&rdquo;';
    for (const file of [undefined, readEntityFile(`<!ENTITY brew 'Brewing'>`)]) {
      assert.equal(readXep(xepSource('<p/>', { title: `A${title}` }), file).header.title, 'A \u2014\u2013\u2026\u00a9\u2018\u2019\u201c\u201d');
    }
  });

  test('trap 3: the first declaration of the file holds, also for what needs none, and those behind a conditional section count too', () => {
    const file = readEntityFile(`<![INCLUDE[ <!ENTITY % a 'b'> ]]><!ENTITY mdash '--'><!ENTITY mdash '-'>`);
    assert.equal(file.get('mdash'), '--');
  });

  test('trap 3: an entity that stands for a file is passed over', () => {
    const { entities } = readXep(xepSource('<p/>', { doctype: "<!DOCTYPE xep [<!ENTITY pot SYSTEM 'pot.png'><!ENTITY % lid 'x'>]>" }));
    assert.deepEqual(['pot', 'lid'].map((name) => [entities.has(name), entities.get(name)]), [[false, undefined], [false, undefined]]);
  });

  test('trap 3: titles and topics read with their entities resolved and without their markup', () => {
    const text = xepSource(`</section1><section1 topic='On &LEAF; &amp; more' anchor='leaf'>`, { doctype, title: 'Tea &LEAF;' });
    const { header, sections } = readXep(text);
    assert.equal(header.title, 'Tea Leaf');
    assert.deepEqual(sections.map(({ topic }) => topic), ['Body', 'On Leaf & more']);
  });

  test('trap 3: entities that stand for too much cost no more than a limit', () => {
    const laughs = Array.from({ length: 14 }, (_, level) => `<!ENTITY e${level} "${level === 0 ? 'ha' : `&e${level - 1};`.repeat(10)}">`).join('');
    const text = xepSource('<example>&e13;</example>'.repeat(5000), { doctype: `<!DOCTYPE xep [${laughs}]>` });
    const length = readXep(text).blocks.reduce((sum, { content }) => sum + content.text.length, 0);
    assert.ok(length < 8_000_000, `${length} units`);
  });

  test('trap 4: an entity inside a CDATA section stays as it is and costs no carrier', () => {
    const text = xepSource(`<example><![CDATA[<order xmlns='urn:example:tea:0' drinker='a@b.example'><doc xmlns='jabber:client'>&LEAF; &gone;</doc></order>]]></example>`, { doctype });
    const review = reviewTea(text);
    assert.deepEqual(review.carriers.map(({ id }) => id), ['urn:example:tea:0 order@drinker']);
    assert.deepEqual(review.problems.filter(({ code }) => code === 'source/not-well-formed'), []);
    assert.ok(readXep(text).blocks[0]?.content.text.includes('&LEAF; &gone;'));
  });
});
