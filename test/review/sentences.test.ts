// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { sentencesOf } from '../../server/src/review/sentences.ts';

suite('sentences', () => {
  for (const [what, text, expected] of [
    ['end with a stop before a capital letter', 'Ada bakes. Otto waits! Who eats? Nell.', ['Ada bakes.', 'Otto waits!', 'Who eats?', 'Nell.']],
    ['begin behind any white space', 'Ada bakes.\n   Otto waits.', ['Ada bakes.', 'Otto waits.']],
    ['begin with a bracket or a quotation mark too', 'Ada bakes. "Otto waits" there. (Nell eats.)', ['Ada bakes.', '"Otto waits" there.', '(Nell eats.)']],
    ['end behind the bracket or the quotation mark that ends with them', '(Ada bakes.) "Otto waits." Nell eats.', ['(Ada bakes.)', '"Otto waits."', 'Nell eats.']],
    ['do not end where a small letter or a digit follows', 'Ada bakes at 5. o clock. 12 eat.', ['Ada bakes at 5. o clock. 12 eat.']],
    ['do not end with an abbreviation', 'Ada bakes, e.g. Bread, see RFC. No. Seven.', ['Ada bakes, e.g Bread, see RFC No Seven.']],
  ] as const) {
    test(what, () => assert.deepEqual(sentencesOf(text), expected));
  }
});
