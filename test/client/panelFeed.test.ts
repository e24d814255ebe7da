// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { ToPage } from '../../client/panel/messages.ts';
import { panelFeed } from '../../client/src/panel/panelFeed.ts';
import { reviewStore } from '../../client/src/reviews.ts';
import type { PanelParams, PanelResult } from '../../server/src/lsp/protocol.ts';
import { panelEntry } from '../report/panelEntries.ts';
import { review } from './summaries.ts';

/** A feed whose requests wait until they are answered; `heard` is what the page was told, in short. */
function waitingFeed() {
  const store = reviewStore();
  const heard: string[] = [];
  const asked: { readonly uris: readonly string[]; readonly answer: () => Promise<void>; readonly fail: () => Promise<void> }[] = [];
  const post = (message: ToPage): void => { heard.push(message.kind === 'documents' ? `+${message.changed.map(({ id }) => id).join(',')} -${message.removed.join(',')}` : message.kind); };
  const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
  const request = <Result>(_method: string, params: object): Promise<Result> => new Promise((resolve, reject) => {
    const { uris } = params as PanelParams;
    const result: PanelResult = { head: { version: '1', categories: [], codes: {} }, documents: uris.map((uri) => ({ ...panelEntry().document, id: uri.toUpperCase() })) };
    asked.push({ uris, answer: () => { resolve(result as Result); return turn(); }, fail: () => { reject(new Error('gone')); return turn(); } });
  });
  return { store, heard, asked, feed: panelFeed({ store, request, canonical: (uri) => uri.toLowerCase(), texts: {}, post }) };
}

suite('the feed of the panel', () => {
  test('tells a new page everything, in the words of the store', async () => {
    const { store, heard, asked, feed } = waitingFeed();
    store.update([review('0001', { uri: 'a' }), review('0001', { uri: 'b' })], []);
    void feed.begin();
    await asked[0]?.answer();
    assert.deepEqual(heard, ['head', '+a,b -']);
  });

  test('tells what changed since, and nothing twice', async () => {
    const { store, heard, asked, feed } = waitingFeed();
    store.update([review('0001', { uri: 'a' }), review('0001', { uri: 'b' })], []);
    void feed.begin();
    await asked[0]?.answer();
    await feed.tell();
    store.update([review('0001', { uri: 'b' }), review('0001', { uri: 'c' })], ['a']);
    void feed.tell();
    assert.deepEqual(asked.map(({ uris }) => uris.join()), ['a,b', 'b,c']);
    await asked[1]?.answer();
    assert.deepEqual(heard.slice(2), ['+b,c -a']);
  });

  test('asks one question at a time, and again for what changed meanwhile', async () => {
    const { store, heard, asked, feed } = waitingFeed();
    void feed.begin();
    store.update([review('0001', { uri: 'a' })], []);
    void feed.tell();
    void feed.tell();
    assert.equal(asked.length, 1);
    await asked[0]?.answer();
    assert.deepEqual(asked.map(({ uris }) => uris.join()), ['', 'a']);
    await asked[1]?.answer();
    assert.deepEqual(heard, ['head', '+ -', '+a -']);
  });

  test('keeps an answer for a page that is gone from the next one', async () => {
    const { store, heard, asked, feed } = waitingFeed();
    store.update([review('0001', { uri: 'a' })], []);
    void feed.begin();
    void feed.begin();
    await asked[0]?.answer();
    assert.deepEqual(heard, []);
    await asked[1]?.answer();
    assert.deepEqual(heard, ['head', '+a -']);
  });

  test('asks again for what a lost answer was about', async () => {
    const { store, heard, asked, feed } = waitingFeed();
    store.update([review('0001', { uri: 'a' })], []);
    const begun = assert.rejects(feed.begin());
    await asked[0]?.fail();
    await begun;
    void feed.tell();
    await asked[1]?.answer();
    assert.deepEqual(heard, ['head', '+a -']);
  });
});
