// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { broughtCategories, type Carrier, type Occurrence } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard, reviewOrchard } from './orchard.ts';

const review = reviewOrchard(xepSource({ number: '9001', version: '1.2', body: exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>") }));
const [sample = assert.fail('no carrier')] = review.carriers;
const [shown = assert.fail('no place')] = sample.occurrences;
const declared: Occurrence = { ...shown, where: 'schema' };

/** Categories with the carriers of each, for carriers that differ from a sample in this. */
function brought(...carriers: readonly Partial<Carrier>[]): string[] {
  return broughtCategories({ ...review, carriers: carriers.map((carrier) => ({ ...sample, ...carrier })) }, orchard).map(({ category, carriers: own }) => `${category.id}: ${own.map(({ id }) => id).join(' ')}`);
}

suite('what a document brings', () => {
  test('is what it defines and what it orders to be processed, and neither addressing nor what is ignored', () => {
    assert.deepEqual(brought({ id: 'own' }, { id: 'ordered', own: false, ordered: true }, { id: 'borrowed', own: false }, { id: 'address', baseline: true }, { id: 'ignored', ignored: 'Known.' }), ['location: own ordered']);
  });

  test('stands under its category, the heaviest first', () => {
    assert.deepEqual(brought({ id: 'who', category: 'jid' }, { id: 'where' }, { id: 'host', category: 'network-address' }, { id: 'whose', category: 'jid' }), ['location: where', 'network-address: host', 'jid: who whose']);
  });

  test('has categories of one weight in the order of their most sensitive carrier, else as they come', () => {
    const [low, high] = [{ id: 'where', sensitivity: 'low' }, { id: 'secret', category: 'credentials', sensitivity: 'high' }] as const;
    assert.deepEqual(brought(low, high), ['credentials: secret', 'location: where']);
    assert.deepEqual(brought(low, { ...high, sensitivity: 'low' }), ['location: where', 'credentials: secret']);
    assert.deepEqual(brought({ ...high, sensitivity: 'medium' }, low, { ...low, id: 'there', sensitivity: 'high' }), ['location: there where', 'credentials: secret']);
  });

  test('has the most sensitive carriers of a category first, then what examples show, else as they come', () => {
    const occurrences = [declared];
    assert.deepEqual(brought({ id: 'a', sensitivity: 'low' }, { id: 'b', sensitivity: 'medium', occurrences }, { id: 'c', sensitivity: 'medium' }, { id: 'd', sensitivity: 'high', occurrences }, { id: 'e', sensitivity: 'medium', occurrences: [declared, shown] }), ['location: d c e b a']);
  });

  test('leaves out categories that the dataset does not have', () => {
    assert.deepEqual(brought({ id: 'mood', category: 'activity' }), []);
  });
});
