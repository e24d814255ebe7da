// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { restartLimit } from '../../client/src/restarts.ts';

suite('a server that goes away', () => {
  test('is started again, but not when it goes away too often in a short time', () => {
    const mayRestart = restartLimit(2, 1000);
    assert.deepEqual([0, 100, 200].map(mayRestart), [true, true, false]);
  });

  test('is started again however often it goes away in a long time', () => {
    const mayRestart = restartLimit(2, 1000);
    assert.deepEqual([0, 600, 1200, 1800, 2400].map(mayRestart), [true, true, true, true, true]);
  });
});
