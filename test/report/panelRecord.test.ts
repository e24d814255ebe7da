// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { panelRecord } from '../../server/src/report/index.ts';
import { applyIgnores, reviewXep, type Review } from '../../server/src/review/index.ts';
import { exampleSection, xepSource, type XepFacts } from '../support/xepSource.ts';

const dataset = bundledDataset();
const blocking = "<iq from='juliet@capulet.example/balcony'><block xmlns='urn:xmpp:blocking'><item jid='romeo@montague.example'/></block></iq>";

function blockingReview(facts: Partial<XepFacts> = {}, path = 'xep-0191.xml'): Review {
  return reviewXep(path, xepSource({ number: '0191', title: 'Blocking Command', status: 'Draft', version: '1.3', body: exampleSection(blocking), ...facts }), dataset);
}

suite('what the panel shows of a review', () => {
  test('counts in each cell the names that the document brings of a category, with the highest sensitivity', () => {
    const { document, carriers } = panelRecord(blockingReview(), dataset);
    const brought = carriers.filter((carrier) => carrier.brought);
    assert.ok(brought.length > 0);
    for (const { category, count } of document.cells) {
      assert.equal(count, brought.filter((carrier) => carrier.category === category).length, category);
    }
    assert.deepEqual(document.cells.map(({ category }) => category), [...dataset.categories.keys()].filter((id) => brought.some(({ category }) => category === id)));
    assert.deepEqual(document.cells.find(({ category }) => category === 'social-graph'), { category: 'social-graph', count: 1, sensitivity: brought.find(({ category }) => category === 'social-graph')?.sensitivity });
    assert.deepEqual(document.brings, brought.map(({ id }) => id));
  });

  test('leaves stanza addressing out', () => {
    const review = blockingReview();
    assert.ok(review.carriers.some(({ baseline }) => baseline));
    assert.equal(panelRecord(review, dataset).carriers.length, review.carriers.filter(({ baseline }) => !baseline).length);
  });

  test('shows what the workspace ignores with its reason, and counts it no more', () => {
    const { review } = applyIgnores(blockingReview(), [{ document: 'xep-0191', carrier: 'urn:xmpp:blocking item@jid', reason: 'Discussed.' }], '2026-01-01');
    const { document, carriers } = panelRecord(review, dataset);
    assert.equal(carriers.find(({ id }) => id === 'urn:xmpp:blocking item@jid')?.ignored, 'Discussed.');
    assert.ok(!document.brings.includes('urn:xmpp:blocking item@jid') && !document.cells.some(({ category }) => category === 'social-graph'));
  });

  test('says in words where a verdict comes from, who sees the data, how long it stays, and where it is first found', () => {
    const carrier = panelRecord(blockingReview(), dataset).carriers.find(({ id }) => id === 'urn:xmpp:blocking item@jid');
    assert.match(carrier?.source ?? '', /^XEP-0191 \d[\d.]*, section “.+”$/);
    assert.match(carrier?.seenBy ?? '', /own server/);
    assert.deepEqual([carrier?.name, carrier?.namespace, carrier?.count, carrier?.line], ['<item jid/>', 'urn:xmpp:blocking', 1, 10]);
  });

  test('knows the published page of a XEP, and of a ProtoXEP by its folder', () => {
    const pageOf = (facts: Partial<XepFacts>, path: string, id = path): string | null => panelRecord(blockingReview(facts, path), dataset, id).document.page;
    assert.equal(pageOf({}, 'x/xep-0191.xml'), 'https://xmpp.org/extensions/xep-0191.html');
    assert.equal(pageOf({ number: 'xxxx' }, 'xeps/inbox/tea-cosy.xml'), 'https://xmpp.org/extensions/inbox/tea-cosy.html');
    assert.equal(pageOf({ number: 'xxxx' }, 'tea-cosy.xml', 'file:///xeps/inbox/tea-cosy.xml'), 'https://xmpp.org/extensions/inbox/tea-cosy.html');
    assert.equal(pageOf({ number: 'xxxx' }, 'drafts/tea-cosy.xml'), null);
    assert.equal(pageOf({ number: 'xxxx' }, 'inbox/"><b>.xml'), null);
  });

  for (const [privacy, body, type] of [
    ['absent', exampleSection(blocking), 'Standards Track'],
    ['placeholder', `${exampleSection(blocking)}<section1 topic='Privacy Considerations'><p>REQUIRED.</p></section1>`, 'Standards Track'],
    ['denial', `${exampleSection(blocking)}<section1 topic='Privacy Considerations'><p>There are no privacy considerations.</p></section1>`, 'Standards Track'],
    ['not expected', '', 'Procedural'],
  ] as const) {
    test(`tells privacy considerations in a word: ${privacy}`, () => {
      assert.equal(panelRecord(blockingReview({ number: 'xxxx', title: 'Tea Cosy', body, type }), dataset).document.privacy, privacy);
    });
  }
});
