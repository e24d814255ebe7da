// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { alike } from '../../client/panel/alike.ts';
import { panelCarrier } from '../report/panelEntries.ts';

suite('carriers in the details', () => {
  test('stand together where all that differs is name and place', () => {
    const groups = alike([panelCarrier(), panelCarrier({ id: 'b', name: '<cup milk/>', line: 40, count: 1 }), panelCarrier({ id: 'c', note: 'Tells an hour.' }), panelCarrier({ id: 'd', ignored: 'Discussed.' })]);
    assert.deepEqual(groups.map(({ names }) => names.map(({ id }) => id)), [['urn:example:tea cup@sugar', 'b'], ['c'], ['d']]);
  });
});
