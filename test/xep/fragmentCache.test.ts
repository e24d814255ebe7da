// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { fragmentCache, passingFragments, type Derivation } from '../../server/src/xep/index.ts';

const length: Derivation<number> = { slot: 'length' };

suite('the pieces of a document that are kept', () => {
  test('are made once, and again after the way to make them changed', () => {
    const cache = fragmentCache(10);
    let made = 0;
    const measure = (text: string, by: Derivation<number>): number => cache.derive(text, by, (fragment) => {
      made++;
      return fragment.text.length;
    });
    assert.deepEqual([measure('<a/>', length), measure('<bc/>', length), measure('<a/>', length)], [4, 5, 4]);
    assert.equal(made, 2);
    assert.equal(measure('<a/>', { slot: 'length' }), 4);
    assert.equal(made, 3);
  });

  test('have one tree each', () => {
    const cache = fragmentCache(10);
    const tree = cache.get('<a><b/></a>');
    assert.equal(cache.get(['<a>', '<b/></a>'].join('')), tree);
    assert.equal(cache.derive('<a><b/></a>', length, (fragment) => (fragment.tree === tree ? 1 : 0)), 1);
  });

  test('go when there are too many of them, those that are in use last', () => {
    const cache = fragmentCache(10);
    let made = 0;
    const use = (text: string): void => void cache.derive(text, length, () => ++made);
    for (let piece = 0; piece < 100; piece++) {
      use('<kept/>');
      use(`<piece-${piece}/>`);
    }
    assert.equal(made, 101);
    use('<kept/>');
    assert.equal(made, 101);
    use('<piece-3/>');
    assert.equal(made, 102);
  });

  test('stay while they are in use and half of what there may be', () => {
    const cache = fragmentCache(100);
    let made = 0;
    for (let round = 0; round < 3; round++) {
      for (let piece = 0; piece < 50; piece++) {
        cache.derive(`<piece-${piece}/>`, length, () => ++made);
      }
    }
    assert.equal(made, 50);
  });

  test('are found whatever the order in which they are asked for', () => {
    const cache = fragmentCache(100);
    const texts = ['<a/>', '<b/>', '<c/>', '<a/>', '<c/>', '<b/>', '<b/>', '<a/>'];
    for (let round = 0; round < 3; round++) {
      assert.deepEqual(texts.map((text) => cache.get(text).text), texts);
      texts.reverse();
    }
  });

  test('keep a value while its parts are the same', () => {
    const cache = fragmentCache(10);
    const judge = {};
    const first = cache.unchanged('judge', [judge, 'x'], () => ({}));
    assert.equal(cache.unchanged('judge', [judge, 'x'], () => ({})), first);
    assert.notEqual(cache.unchanged('judge', [{}, 'x'], () => ({})), first);
    assert.notEqual(cache.unchanged('judge', [judge], () => ({})), first);
    const short = cache.unchanged('short', [judge], () => ({}));
    assert.notEqual(cache.unchanged('short', [judge, 'x'], () => ({})), short);
    assert.notEqual(cache.unchanged('other', [judge, 'x'], () => ({})), cache.unchanged('short', [judge, 'x'], () => ({})));
  });

  test('are there again after an edit was taken back', () => {
    const cache = fragmentCache(10);
    let made = 0;
    const [before, edited, later]: readonly Derivation<number>[] = [{ slot: 'names' }, { slot: 'names' }, { slot: 'names' }];
    const use = (by: Derivation<number> | undefined): number => cache.derive('<a/>', by ?? length, () => ++made) + cache.unchanged('names', [by], () => ++made);
    const first = use(before);
    const second = use(edited);
    assert.deepEqual([use(before), use(edited), use(before)], [first, second, first]);
    use(later);
    assert.equal(use(before), first);
    assert.notEqual(use(edited), second);
  });

  test('are not kept for a document that is read once', () => {
    const cache = passingFragments();
    let made = 0;
    const use = (): number => cache.derive('<a/>', length, () => ++made);
    assert.deepEqual([use(), use()], [1, 2]);
    assert.equal(cache.get('<a/>'), cache.get('<a/>'));
  });
});
