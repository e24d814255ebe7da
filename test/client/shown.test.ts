// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { shownDocuments, type ViewState } from '../../client/src/tree/shown.ts';
import { carrier, review } from './summaries.ts';

const view: ViewState = { group: 'document', sort: 'number', filter: '', inactive: false, addressing: () => false };

const corpus = [
  review('0300', { title: 'Teapots', level: 'high', codes: ['H2'], carriers: [carrier('pot@owner', { category: 'jid', categoryLabel: 'Account address' }), carrier('steam')] }),
  review(null, { title: 'Kettles', level: 'low', codes: ['L1'], status: 'ProtoXEP' }),
  review('0020', { title: 'Saucers', level: 'none', codes: [], status: 'Retracted' }),
  review('0100', { title: 'Zesty Spoons', level: 'high', status: 'Draft', carriers: [carrier('spoon@jid', { category: 'jid', categoryLabel: 'Account address' })] }),
  review('0004', { title: 'Sugar', level: 'none', type: 'Humorous', kind: 'humorous' }),
];

function titles(change: Partial<ViewState>): string[] {
  return shownDocuments(corpus, { ...view, ...change }).documents.map(({ review: { title } }) => title);
}

suite('what the relevance tree shows', () => {
  test('numbered documents come before ProtoXEPs', () => {
    assert.deepEqual(titles({}), ['Zesty Spoons', 'Teapots', 'Kettles']);
  });

  test('levels sort from high to none, equal ones by number', () => {
    assert.deepEqual(titles({ sort: 'level', inactive: true }), ['Zesty Spoons', 'Teapots', 'Kettles', 'Sugar', 'Saucers']);
  });

  test('titles sort by their letters', () => {
    assert.deepEqual(titles({ sort: 'title' }), ['Kettles', 'Teapots', 'Zesty Spoons']);
  });

  for (const status of ['Retracted', 'Rejected', 'Obsolete', 'obsolete']) {
    test(`a document of status ${status} is hidden and counted`, () => {
      const { documents, inactive } = shownDocuments([review('0001', { status })], view);
      assert.deepEqual([documents.length, inactive], [0, 1]);
    });
  }

  for (const status of ['Deprecated', 'Deferred', 'Stable']) {
    test(`a document of status ${status} stays in sight`, () => {
      assert.equal(shownDocuments([review('0001', { status })], view).documents.length, 1);
    });
  }

  test('a humorous document is hidden whatever its status', () => {
    assert.equal(shownDocuments([review('0001', { type: 'Humorous', status: 'Active' })], view).inactive, 1);
  });

  for (const [filter, expected] of [
    ['teapots', ['Teapots']], ['TEA', ['Teapots']], ['0100', ['Zesty Spoons']], ['xep-0100.xml', ['Zesty Spoons']], ['high', ['Zesty Spoons', 'Teapots']], ['h2', ['Teapots']],
    ['stable high', ['Zesty Spoons']], ['account', ['Zesty Spoons', 'Teapots']], ['jid stable', ['Zesty Spoons']], ['coffee', []],
    ['draft', ['Zesty Spoons']], ['status:stable', ['Zesty Spoons']], ['status:exp', ['Teapots']], ['type:standards', ['Zesty Spoons', 'Teapots', 'Kettles']], ['level:high jid', ['Zesty Spoons', 'Teapots']],
    ['code:h2', ['Teapots']], ['category:account', ['Zesty Spoons', 'Teapots']], ['category:jid', ['Zesty Spoons', 'Teapots']], ['category:tea', []], ['urn:kettle', ['Zesty Spoons', 'Teapots']], ['  ', ['Zesty Spoons', 'Teapots', 'Kettles']],
  ] as const) {
    test(`the filter "${filter}" lets ${expected.length} through`, () => {
      assert.deepEqual(titles({ filter }), expected);
    });
  }

  test('a filter counts which documents it would show were they not inactive', () => {
    const counts = (filter: string): unknown => {
      const { documents, inactive, filteredOut } = shownDocuments(corpus, { ...view, filter });
      return [documents.length, inactive, filteredOut];
    };
    assert.deepEqual([counts('type:humorous'), counts('retracted'), counts('stable'), counts('')], [[0, 1, 4], [0, 1, 4], [1, 0, 4], [3, 2, 0]]);
  });

  test('a filter that names a carrier leaves the other carriers out', () => {
    const { documents, filteredOut } = shownDocuments(corpus, { ...view, filter: 'pot@owner' });
    assert.deepEqual(documents.map(({ carriers }) => carriers.map(({ label }) => label)), [['pot@owner']]);
    assert.equal(filteredOut, 4);
  });

  test('words that no carrier has together show the carriers that have one of them', () => {
    const labels = shownDocuments(corpus, { ...view, filter: 'owner steam' }).documents.map(({ carriers }) => carriers.map(({ label }) => label));
    assert.deepEqual(labels, [['pot@owner', 'steam']]);
  });

  test('a filter that names the document shows all its carriers', () => {
    assert.deepEqual(shownDocuments(corpus, { ...view, filter: 'teapots' }).documents[0]?.carriers.map(({ label }) => label), ['pot@owner', 'steam']);
  });

  test('stanza addressing is shown only where the setting wants it', () => {
    const addressed = review('0001', { carriers: [carrier('iq@to', { own: false, baseline: true }), carrier('kettle')] });
    const labels = (addressing: boolean): unknown => shownDocuments([addressed], { ...view, addressing: () => addressing }).documents[0]?.carriers.map(({ label }) => label);
    assert.deepEqual([labels(false), labels(true)], [['kettle'], ['iq@to', 'kettle']]);
  });
});
