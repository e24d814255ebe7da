// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { moveOf } from '../../client/panel/gridKeys.ts';

const grid = { rows: 100, columns: 20, page: 10 };

suite('the keys of the grid', () => {
  for (const [key, from, to] of [
    ['ArrowDown', [-1, 3], [0, 3]], ['ArrowDown', [99, 3], [99, 3]], ['ArrowUp', [0, 3], [-1, 3]], ['ArrowUp', [-1, 3], [-1, 3]],
    ['ArrowLeft', [5, 0], [5, 0]], ['ArrowRight', [5, 19], [5, 19]], ['ArrowRight', [-1, 0], [-1, 1]],
    ['PageDown', [95, 0], [99, 0]], ['PageUp', [5, 2], [0, 2]], ['Home', [5, 7], [5, 0]], ['End', [5, 7], [5, 19]],
    ['Control+Home', [50, 7], [0, 0]], ['Control+End', [50, 7], [99, 19]],
  ] as const) {
    test(`${key} leads from ${from.join(':')} to ${to.join(':')}`, () => {
      const move = moveOf({ key: key.replace('Control+', ''), ctrlKey: key.startsWith('Control'), metaKey: false, altKey: false }, { ...grid, row: from[0], column: from[1] });
      assert.deepEqual(move, { row: to[0], column: to[1] });
    });
  }

  test('leave alone what belongs to the browser', () => {
    const place = { ...grid, row: 1, column: 1 };
    assert.equal(moveOf({ key: 'ArrowLeft', ctrlKey: false, metaKey: false, altKey: true }, place), undefined);
    assert.equal(moveOf({ key: 'Tab', ctrlKey: false, metaKey: false, altKey: false }, place), undefined);
  });

  test('lead nowhere but to the header in a grid without rows', () => {
    assert.deepEqual(moveOf({ key: 'ArrowDown', ctrlKey: false, metaKey: false, altKey: false }, { ...grid, rows: 0, row: -1, column: 0 }), { row: -1, column: 0 });
  });
});
