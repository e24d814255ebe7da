// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { carrierAt, nextStop } from '../../client/src/carriersInOrder.ts';
import { carrier, onLine, review } from './summaries.ts';

const document = review('0001', {
  carriers: [
    carrier('late', { ranges: [onLine(9, 0, 4)] }), carrier('twice', { ranges: [onLine(2, 4, 30), onLine(5, 0, 3)] }),
    carrier('inner', { ranges: [onLine(2, 10, 20)] }), carrier('iq@to', { baseline: true, own: false, ranges: [onLine(1, 4, 6)] }),
  ],
});

suite('going from carrier to carrier', () => {
  for (const [direction, line, character, addressing, expected] of [
    ['next', 0, 0, false, 'twice 1/4'], ['next', 0, 0, true, 'iq@to 1/5'], ['next', 2, 4, false, 'inner 2/4'], ['next', 2, 10, false, 'twice 3/4'], ['next', 9, 0, false, 'twice 1/4'],
    ['previous', 9, 0, false, 'twice 3/4'], ['previous', 2, 4, false, 'late 4/4'], ['previous', 0, 0, true, 'late 5/5'], ['previous', 2, 4, true, 'iq@to 1/5'],
  ] as const) {
    test(`${direction} of ${line}:${character}${addressing ? ', addressing shown,' : ''} is ${expected}`, () => {
      const stop = nextStop(document, { line, character }, direction, addressing);
      assert.equal(stop && `${stop.carrier.label} ${stop.ordinal}/${stop.total}`, expected);
    });
  }

  test('an ignored carrier is passed over', () => {
    const ignoring = review('0001', { carriers: [carrier('kettle', { ignored: 'A service.', ranges: [onLine(1, 0, 2)] }), carrier('pot', { ranges: [onLine(3, 0, 2)] })] });
    assert.equal(nextStop(ignoring, { line: 0, character: 0 }, 'next', false)?.carrier.label, 'pot');
  });

  test('a document without carriers has nowhere to go', () => {
    assert.equal(nextStop(review('0002'), { line: 0, character: 0 }, 'next', true), undefined);
  });
});

suite('the carrier under the cursor', () => {
  for (const [line, character, expected] of [[2, 5, 'twice'], [2, 10, 'inner'], [2, 20, 'inner'], [2, 25, 'twice'], [1, 5, 'iq@to'], [2, 3, undefined], [7, 0, undefined]] as const) {
    test(`at ${line}:${character} it is ${expected ?? 'none'}`, () => {
      assert.equal(carrierAt(document, { line, character })?.label, expected);
    });
  }
});
