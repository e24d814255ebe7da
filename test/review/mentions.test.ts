// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { mentionsOf } from '../../server/src/review/mentions.ts';
import { fragmentCache, passingFragments, readXep } from '../../server/src/xep/index.ts';
import { xepSource } from '../support/xepSource.ts';

const marked = /«([^»]*)»/;
const cdata = (text: string): string => `<example><![CDATA[${text}]]></example>`;

/** Where names are mentioned, as offsets. */
function placesOf(source: string, ...names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...mentionsOf(readXep(source), names, passingFragments())].map(([name, { start, end }]) => {
    assert.equal(source.slice(start, end), name);
    return [name, start];
  }));
}

suite('a name is mentioned', () => {
  for (const [how, body] of [
    ['as a word', '<p>One «hut» or two.</p>'],
    ['by the first of two words', '<p>One «hut» is a hut.</p>'],
    ['at the edges of a paragraph', '<p>«hut»</p>'],
    ['behind a bracket and before a full stop', '<p>The shed («hut».)</p>'],
    ['rather in quotes than as a word', "<p>One hut is a '«hut»', not a 'hut'.</p>"],
    ['in double quotes', '<p>One hut is a "«hut»".</p>'],
    ['as an attribute in quotes with its value', "<p>One hut has '«hut»=north'.</p>"],
    ['in tags of its own', '<p>One hut is a <em>«hut»</em>.</p>'],
    ['no plainer by a tag on one side only', '<p>One «hut» is a <em>hut in north</em> or a <em>small hut</em>.</p>'],
    ['rather as markup than in quotes', "<p>One 'hut' is a &lt;«hut»/&gt; and a &lt;hut&gt;.</p>"],
    ['as a start tag', "<p>One 'hut' is a &lt;«hut»&gt;.</p>"],
    ['as a tag with attributes', "<p>One 'hut' is a &lt;«hut» owner='x'/&gt;.</p>"],
    ['not as the beginning of a longer tag', "<p>One '«hut»' is no &lt;hut.a/&gt;.</p>"],
    ['not as a part of a longer word', '<p>The hut-like, hutch, hut_1, hut2, hutX and small-hut, _hut, 3hut, Shut are none, the «hut» is.</p>'],
    ['not by a word that differs in case', '<p>The Hut is none, a «hut» is.</p>'],
    ['not by an end tag or an address', '<p>See http://hut-s.example and &lt;/shut&gt;, then «hut».</p>'],
    ['rather in prose behind an example than in its markup', `${cdata('<hut owner="x">north</hut> hut')}<p>One «hut».</p>`],
    ['rather in prose than in the escaped markup of an example', '<example>&lt;hut xmlns="urn:other"/&gt;</example><p>One «hut».</p>'],
    ['by the first of two words, also where an example stands between them', `<p>One «hut».</p>${cdata('<iq/>')}<p>One hut.</p>`],
    ['rather in quotes than as a word behind an example', `<p>One '«hut»'.</p>${cdata('<iq/>')}<p>One hut.</p>`],
    ['no plainer as one of several words in quotes', "<p>One «hut», 'a hut' or 'hut a'.</p>"],
    ['in typographic quotes', '<p>One “«hut»” or two.</p>'],
    ['in square brackets', '<p>One [«hut»] or two.</p>'],
    ['not by a longer word right behind a code block', '<code>Accept: text</code> hutch, «hut»'],
    ['rather in prose than in the markup of an example right behind another', `${cdata('<iq/>')}${cdata('<hut>hut north</hut>')}<p>One «hut».</p>`],
    ['by the value of an example', cdata('<place>«hut»</place>')],
    ['by a value of an example rather than by a word', `<p>One hut.</p>${cdata("<place kind='«hut»'/>")}`],
    ['in a code block that shows no stanzas', '<code>Accept: text\n«hut» north</code>'],
    ['between two examples', `${cdata('<iq/>')}<p>One «hut».</p>${cdata('<iq/>')}`],
    ['behind an example without a blank', `${cdata('<iq/>')}«hut»`],
    ['not where a question is open', '<p>TODO: is it a hut?</p><p>One «hut».</p>'],
    ['behind the header only', '<p>One «hut».</p>'],
  ] as const) {
    test(how, () => {
      const source = xepSource({ title: 'The hut', header: "<author><firstname>hut</firstname></author>", body: body.replace(marked, '$1') });
      const place = xepSource({ title: 'The hut', header: "<author><firstname>hut</firstname></author>", body }).search(marked);
      assert.deepEqual(placesOf(source, 'hut'), { hut: place });
    });
  }

  test('never by parts of words, in the markup of examples or in the header alone', () => {
    assert.deepEqual(placesOf(xepSource({ title: 'The hut', body: `<p>A hutch, a small-hut.</p>${cdata('<hut>hut north</hut>')}` }), 'hut', 'pear'), {});
  });

  test('in a document that has no header yet', () => {
    assert.deepEqual(placesOf(`<xep><p>One hut.</p>${cdata('<iq/>')}</xep>`, 'hut'), { hut: 12 });
  });

  test('not before or in the header', () => {
    assert.deepEqual(placesOf(xepSource({ title: 'The hut' }).replace('<header>', `hut ${cdata("<place kind='hut'/>")}<header>`), 'hut'), {});
  });

  for (const [what, name, body] of [
    ['a name of letters, digits, hyphens and low lines', 'azAZ09_z-Z', '<p>No azAZ09_z-, one «azAZ09_z-Z».</p>'],
    ['a form field with a hash sign', 'shed#owner', "<p>The shed, its #owner and the 'shed#ownership'; «shed#owner» says whose.</p>"],
    ['a name with a dot', 'port.shed', '<p>The airport.shed and port.sheds, the «port.shed».</p>'],
    ['a name with a dot right behind a code block', 'a.b', '<code>Accept: text</code> a.bc, «a.b»'],
    ['a name with a blank', 'Shed Owner', '<p>A Shed Owner is written "«Shed Owner»".</p>'],
    ['a name that begins within another mention of it', 'a.a', '<p>One xa.«a.a», one a.a.</p>'],
  ] as const) {
    test(`whole where it is ${what}`, () => {
      assert.deepEqual(placesOf(xepSource({ body: body.replace(marked, '$1') }), name), { [name]: xepSource({ body }).search(marked) });
    });
  }

  test('each in its own place where several are looked for', () => {
    const source = xepSource({ body: "<p>The owner of the shed, 'shed' for short, has shed#owner.</p>" });
    assert.deepEqual(placesOf(source, 'shed', 'owner', 'shed#owner', 'pear'), { shed: source.indexOf("shed' for"), owner: source.indexOf('owner of'), 'shed#owner': source.indexOf('shed#owner') });
  });

  test('where other names are looked for in the same text', () => {
    const document = readXep(xepSource({ body: '<p>One hut, one shed.</p>' }));
    const fragments = fragmentCache(100);
    assert.deepEqual([['hut'], ['shed'], ['hut', 'pear']].map((names) => [...mentionsOf(document, names, fragments).keys()]), [['hut'], ['shed'], ['hut']]);
  });
});
