// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { hashToView, initialView, isFiltered, readView, unfiltered, viewToHash, type PanelView } from '../../client/panel/view.ts';

const view: PanelView = { text: 'jid & "roster"', levels: ['high', 'low'], category: 'social-graph', status: 'Draft', type: 'Standards Track', privacy: 'absent', active: true, sort: 'level', descending: true, open: 'inbox/tea cosy.xml' };

suite('the view of the panel', () => {
  test('comes back from an address as it was', () => {
    assert.deepEqual(hashToView(`#${viewToHash(view)}`), view);
    assert.deepEqual(hashToView(''), initialView);
    assert.equal(viewToHash(initialView), '');
  });

  test('comes back from what an editor kept', () => {
    assert.deepEqual(readView(JSON.parse(JSON.stringify(view))), view);
  });

  test('is as at the beginning where what was kept is not of its kind', () => {
    for (const kept of [undefined, null, 7, 'text', [], { text: 1, levels: 'high', open: {}, active: 'yes', descending: 1, sort: null }, { levels: ['worst'] }]) {
      assert.deepEqual(readView(kept), initialView, JSON.stringify(kept));
    }
  });

  test('loses its filters, and keeps order and open row', () => {
    assert.ok(isFiltered(view));
    assert.deepEqual(unfiltered(view), { ...initialView, sort: 'level', descending: true, open: view.open });
    assert.ok(!isFiltered(unfiltered(view)) && !isFiltered({ ...initialView, text: '  ' }));
  });
});
