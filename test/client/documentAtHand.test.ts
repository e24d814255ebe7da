// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { documentAtHand } from '../../client/src/documentAtHand.ts';

const isReviewed = (uri: string): boolean => uri.endsWith('.xml');

suite('the document that a command is about', () => {
  for (const [what, texts, expected] of [
    ['is the active one, reviewed or not', { active: 'notes.txt', visible: ['notes.txt', 'a.xml'], tabs: ['a.xml'] }, 'notes.txt'],
    ['is the reviewed one in view while something else than text is active', { active: undefined, visible: ['notes.txt', 'a.xml'], tabs: ['b.xml', 'a.xml'] }, 'a.xml'],
    ['is the only reviewed one that is open while none is in view', { active: undefined, visible: [], tabs: ['notes.txt', 'b.xml', 'b.xml'] }, 'b.xml'],
    ['is not guessed among several', { active: undefined, visible: [], tabs: ['a.xml', 'b.xml'] }, undefined],
  ] as const) {
    test(what, () => {
      assert.equal(documentAtHand(texts, isReviewed), expected);
    });
  }
});
