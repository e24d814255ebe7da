// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Category } from '../../server/src/dataset/index.ts';
import { readSpeech, withoutOpenParagraphs, type Speech } from '../../server/src/review/speech.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { xepSource } from '../support/xepSource.ts';

const category = (id: string, ...terms: readonly string[]): Category => ({ id, label: id, short: id, definition: '', dpv: [], sensitivity: 'medium', articles: [], weight: 1, terms });
const lexicon = compileDataset({ version: 'test', notes: {}, entries: [], categories: [category('location', 'meadow'), category('jid', 'farmer')] }).lexicon();
const heard = (body: string, after = ''): Speech => readSpeech(readXep(xepSource({ title: 'Meadow', header: '<shortname>meadow</shortname>', body }) + after), lexicon);
const proseOf = (body: string): string => heard(body).prose.trim();

suite('what a document says', () => {
  for (const [what, body, expected] of [
    ['is its text below the header, in lower case', '<p>Tea is Hot.</p>', 'tea is hot.'], ['is without tags, each a gap between words', '<p>Tea<br/>is <em class="a">hot</em>.</p>', 'tea is  hot .'], ['is without examples, however they end', '<p>Tea.</p><example><![CDATA[\n<zebra/>]]></example><p>Hot.</p>', 'tea. hot.'],
    ['goes on behind each example', '<p>Tea.</p><code><![CDATA[zebra]]></code><p>Hot.</p><code><![CDATA[zebra]]></code><p>Wet.</p>', 'tea. hot. wet.'], ['ends where an example has no end', '<p>Tea.</p><example><![CDATA[zebra <p>Hot.</p>', 'tea.'],
    ['is without paragraphs that are not finished', '<p>Tea.</p><p>TODO: say how hot.</p><ul><li>Hot.</li><li>Wet? TBD</li></ul>', 'tea. hot.'], ['is nothing without text', '', ''],
  ] as const) {
    test(what, () => assert.equal(proseOf(body).replace(/ +/g, ' '), expected.replace(/ +/g, ' ')));
  }

  test('is nothing in what is no document, nor behind the end of one', () => {
    assert.equal(readSpeech(readXep('Tea is hot.'), lexicon).prose, '');
    assert.equal(heard('<p>Tea.</p>', '<p>Hot.</p>').prose.trim(), 'tea.');
  });

  test('is of a category the more, the more often its words are said and the shorter the text', () => {
    const [meadow, farmer] = [0, 1].map((index) => (body: string): number => heard(`<p>${body}</p>`).topics[index] ?? -1);
    assert.deepEqual([meadow?.('Tea.'), farmer?.('Tea.'), farmer?.('A meadow.')], [0, 0, 0]);
    const rising = [meadow?.('Tea.'), meadow?.(`Meadow. ${'Tea. '.repeat(2000)}`), meadow?.('Meadow.'), meadow?.('Meadows, a meadow.')];
    assert.deepEqual(rising, [...rising].sort((one = 0, other = 0) => one - other));
    assert.equal(new Set(rising).size, 4);
  });

  test('counts words, not the signs and the white space between them', () => {
    const [plain, spaced] = ['A meadow of one farmer.', 'A --- meadow\n\n   of ("one")   farmer.'].map((body) => heard(`<p>${body}</p>`));
    assert.deepEqual(spaced?.topics, plain?.topics);
    assert.equal(heard('<p>A meadow   of\n\n one farmer.</p>').often(/meadow/g), plain?.often(/meadow/g));
    assert.ok((heard(`<p>A meadow. ${'Tea. '.repeat(500)}</p>`).often(/meadow/g)) < (plain?.often(/meadow/g) ?? 0));
  });
});

suite('a text without the paragraphs that are not finished', () => {
  for (const [what, text, expected] of [
    ['has blanks for them, all else in its place', '<p>Tea.</p><p>TODO</p><p>Hot.</p>', '<p>Tea.</p>           <p>Hot.</p>'], ['has blanks for an item of a list', '<li>Tea.</li><li>TBD</li>', '<li>Tea.</li>            '],
    ['keeps what only a comment leaves open', '<p>Tea. <!-- TODO: hot? --></p>', '<p>Tea. <!-- TODO: hot? --></p>'], ['keeps what only a comment leaves open that goes on behind the paragraph', '<p>Tea. <!-- TODO: hot?</p>', '<p>Tea. <!-- TODO: hot?</p>'],
    ['has blanks for an open point beside a comment that asks too', '<p>FIXME <!-- TODO --></p>', ' '.repeat(26)], ['is as it was where nothing is open', '<p>Tea. TODOS</p>', '<p>Tea. TODOS</p>'],
  ] as const) {
    test(what, () => assert.equal(withoutOpenParagraphs(text), expected));
  }
});
