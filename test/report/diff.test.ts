// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { diffFormats, renderDiff } from '../../server/src/report/index.ts';
import { compareReviews, reviewXep, type Comparison } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard } from '../review/orchard.ts';
import { hostile } from './rows.ts';

const pick = exampleSection("<pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.example'/>");
const hut = exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>");
const review = (body: string, title = 'Harvest') => reviewXep('harvest.xml', xepSource({ number: '9001', version: '1.2', title, body }), orchard);
const compare = (before: string | null, after: string | null, title?: string): Comparison => compareReviews(before === null ? null : review(before, title), after === null ? null : review(after, title)) ?? assert.fail();

suite('what a revision changes', () => {
  test('is printed one change a line, as text and as Markdown', () => {
    assert.deepEqual(renderDiff('text', [compare(pick, pick + hut)], orchard, '1.2.3').split('\n'), [
      'XEP-9001: Harvest', '  + location (a new category): <hut/>; seen by anyone', '  + new recipients: anyone', '  ~ Privacy Considerations: missing nothing to location', '  ~ Security Considerations: missing nothing to location',
      '  + finding considerations/uncovered', '',
    ]);
    const markdown = renderDiff('markdown', [compare(pick, pick + hut)], orchard, '1.2.3');
    assert.match(markdown, /^## What this revision changes about personal data\n\n### XEP-9001: Harvest\n\n- Adds location \(a new category\): `<hut\/>`; seen by anyone\n/);
  });

  test('names a document that is new or gone, with its level', () => {
    assert.match(renderDiff('text', [compare(null, pick)], orchard, '1.2.3'), /^XEP-9001: Harvest \(new document\)\n {2}\+ level Medium\n {2}\+ level code M3\n/);
    assert.match(renderDiff('text', [compare(pick, null)], orchard, '1.2.3'), /^XEP-9001: Harvest \(document taken away\)\n {2}- level Medium\n/);
  });

  test('is JSON for programs, by ids', () => {
    const { documents } = JSON.parse(renderDiff('json', [compare(pick, pick + hut), compare(pick, pick)], orchard, '1.2.3')) as { readonly documents: readonly { readonly change: string; readonly carriers: { readonly added: readonly unknown[] } }[] };
    assert.deepEqual(documents.map(({ change, carriers }) => [change, carriers.added]), [['changed', [{ id: 'urn:orchard:harvest:1 hut', category: 'location' }]]]);
  });

  test('is nothing where nothing changes', () => {
    assert.deepEqual(diffFormats.map((format) => renderDiff(format, [compare(pick, pick)], orchard, '1.2.3')).slice(0, 2), ['', '']);
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`shows ${what} in a title as text`, () => {
      const title = text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char);
      const markdown = renderDiff('markdown', [compare(pick, pick + hut, title)], orchard, '1.2.3');
      assert.doesNotMatch(markdown, /<script|<b>|<\/table>|\*a\*|(?<!\\)\]\(/);
      assert.equal(markdown.split('\n').filter((line) => line.startsWith('#')).length, 2);
      // eslint-disable-next-line no-control-regex -- no control character may reach a terminal
      assert.doesNotMatch(markdown + renderDiff('text', [compare(pick, pick + hut, title)], orchard, '1.2.3'), /[\u0000-\u0009\u000b-\u001f\u202e]/);
    });
  }
});
