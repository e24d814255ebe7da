// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { reviewStore, type ReviewStore } from '../../client/src/reviews.ts';
import { review } from './summaries.ts';

function filled(...numbers: string[]): { readonly store: ReviewStore; readonly changes: () => number } {
  const store = reviewStore();
  store.update(numbers.map((number) => review(number)), []);
  let count = 0;
  store.onChange(() => count++);
  return { store, changes: () => count };
}

const numbersIn = (store: ReviewStore): readonly (string | null)[] => store.all().map(({ number }) => number);

suite('the store of reviews', () => {
  test('a newer review takes the place of the older one', () => {
    const { store, changes } = filled('0001', '0002');
    store.update([review('0001', { level: 'high' })], []);
    assert.deepEqual(store.all().map(({ number, level }) => `${number ?? ''} ${level}`), ['0001 high', '0002 medium']);
    assert.equal(changes(), 1);
  });

  test('a document that the server calls removed is gone', () => {
    const { store } = filled('0001', '0002');
    store.update([], ['file:///xeps/xep-0001.xml']);
    assert.deepEqual(numbersIn(store), ['0002']);
  });

  test('a report that changes nothing tells nobody', () => {
    const { store, changes } = filled('0001');
    store.update([], ['file:///xeps/xep-9999.xml']);
    store.removeUnder('file:///elsewhere');
    assert.equal(changes(), 0);
  });

  test('a file is forgotten without its neighbours of a longer name', () => {
    const { store } = filled('0001', '0002');
    store.update([review('0003', { uri: 'file:///xeps/xep-0001.xml.old/a.xml' })], []);
    store.removeUnder('file:///xeps/xep-0001.xml');
    assert.deepEqual(numbersIn(store), ['0002', '0003']);
  });

  test('a folder takes all its files along, but for those to keep', () => {
    const { store, changes } = filled('0001', '0002');
    store.removeUnder('file:///xeps', (uri) => uri.endsWith('xep-0002.xml'));
    assert.deepEqual(numbersIn(store), ['0002']);
    assert.equal(changes(), 1);
  });

  test('what a new server does not report again is forgotten, but for what is to stay', () => {
    const { store, changes } = filled('0001', '0002', '0003');
    const forgetOld = store.startAnew();
    store.update([review('0001'), review('0004')], []);
    forgetOld((uri) => uri.endsWith('xep-0002.xml'));
    assert.deepEqual(numbersIn(store), ['0001', '0002', '0004']);
    assert.equal(changes(), 2);
  });

  test('a listener that has left hears nothing', () => {
    const { store } = filled();
    let heard = 0;
    store.onChange(() => heard++).dispose();
    store.update([review('0001')], []);
    assert.equal(heard, 0);
  });
});
