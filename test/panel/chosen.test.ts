// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { chosenDocuments, searchable, valuesOf } from '../../client/panel/chosen.ts';
import { columnsOf } from '../../client/panel/columns.ts';
import { initialView, type PanelView } from '../../client/panel/view.ts';
import { panelHead, type PanelDocument } from '../../server/src/report/index.ts';
import { panelEntry } from '../report/panelEntries.ts';
import { dataset } from '../report/rows.ts';

const head = panelHead(dataset, '1');
const columns = columnsOf(head);

function documentOf(name: string, changes: Partial<PanelDocument> = {}): PanelDocument {
  return { ...panelEntry().document, id: name, name, title: `About ${name}`, number: /^\d{4}$/.test(name) ? name : null, cells: [], brings: [], ...changes };
}

const documents = [
  documentOf('teapot', { level: 'none', status: 'ProtoXEP', privacy: 'complete' }),
  documentOf('0009', { level: 'high', cells: [{ category: 'tea', count: 2, sensitivity: 'high' }], brings: ['urn:example:tea cup@sugar'] }),
  documentOf('0007', { level: 'medium', cells: [{ category: 'tea', count: 12, sensitivity: 'low' }, { category: 'mug', count: 1, sensitivity: 'low' }], codes: ['H6'] }),
  documentOf('0008', { level: 'medium', status: 'Obsolete', inactive: true, type: 'Informational', cells: [{ category: 'tea', count: 3, sensitivity: 'high' }] }),
];
const all = documents.map((document) => searchable(document, head));
const shown = (view: Partial<PanelView>): string[] => chosenDocuments(all, { ...initialView, ...view }, columns).documents.map(({ name }) => name);

suite('the rows of the panel', () => {
  test('stand in the order of the relevance table at the beginning', () => {
    assert.deepEqual(shown({}), ['0007', '0008', '0009', 'teapot']);
  });

  for (const [what, view, expected] of [
    ['a level', { levels: ['high'] }, ['0009']],
    ['several levels', { levels: ['high', 'none'] }, ['0009', 'teapot']],
    ['a category', { category: 'mug' }, ['0007']],
    ['a status', { status: 'ProtoXEP' }, ['teapot']],
    ['a type', { type: 'Informational' }, ['0008']],
    ['the state of the considerations', { privacy: 'complete' }, ['teapot']],
    ['what is in use', { active: true }, ['0007', '0009', 'teapot']],
    ['a word of the title', { text: 'ABOUT teapot' }, ['teapot']],
    ['a code', { text: 'h6' }, ['0007']],
    ['a name that it brings', { text: 'cup@sugar' }, ['0009']],
    ['the label of a category', { text: 'spoon' }, ['0007']],
    ['words that must all occur', { text: 'high  obsolete' }, []],
    ['several filters at once', { category: 'tea', active: true, levels: ['medium'] }, ['0007']],
  ] as const) {
    test(`are filtered by ${what}`, () => {
      assert.deepEqual(shown(view), expected);
    });
  }

  test('are sorted by level, either way, rows that are alike by number', () => {
    assert.deepEqual(shown({ sort: 'level', descending: true }), ['0009', '0007', '0008', 'teapot']);
    assert.deepEqual(shown({ sort: 'level' }), ['teapot', '0007', '0008', '0009']);
  });

  test('are sorted in a category by sensitivity before number', () => {
    assert.deepEqual(shown({ sort: 'tea', descending: true }), ['0008', '0009', '0007', 'teapot']);
  });

  test('are sorted by what is worst in the considerations', () => {
    assert.deepEqual(shown({ sort: 'privacy', descending: true })[0], 'teapot');
  });

  test('fall back to the order of the table for a column that is no more', () => {
    assert.deepEqual(shown({ sort: 'gone' }), ['0007', '0008', '0009', 'teapot']);
  });

  test('are counted by level, whatever levels are shown', () => {
    assert.deepEqual(chosenDocuments(all, { ...initialView, levels: ['high'], active: true }, columns).totals, { high: 1, medium: 1, low: 0, none: 1 });
  });

  test('offer the values that there are', () => {
    assert.deepEqual(valuesOf(all, 'status'), ['Draft', 'Obsolete', 'ProtoXEP']);
  });

  test('are 5,000 in no time', () => {
    const many = Array.from({ length: 5000 }, (_, at) => searchable(documentOf(String(at).padStart(4, '0'), { brings: ['urn:example:tea cup@sugar'] }), head));
    assert.equal(chosenDocuments(many, { ...initialView, text: 'sugar 499', sort: 'tea', descending: true }, columns).documents.length, 15);
  });
});
