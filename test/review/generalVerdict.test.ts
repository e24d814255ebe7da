// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const gate: Entry = {
  xep: '9001', title: 'Gate', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L5'], reason: 'Names people.' },
  namespaces: ['urn:gate:0'], formTypes: [], containers: [], controls: [], notPersonal: [],
  carriers: [
    { in: 'urn:gate:0', match: ['pass@role'], when: { attributes: { role: ['none'] } }, category: 'moderation-record', note: 'Sent away.', source: 'Gate' },
    { in: 'urn:gate:0', match: ['pass@role'], category: 'social-graph', note: 'What somebody is here.', source: 'Gate' },
  ],
};
const dataset = compileDataset({ version: 'test', notes: {}, entries: [gate], categories: [] });
const none = "<pass xmlns='urn:gate:0' role='none'/>";
const guest = "<pass xmlns='urn:gate:0' role='guest'/>";

suite('a carrier with one verdict in general and one under a condition', () => {
  for (const [what, body, expected] of [
    ['has the general one, whichever comes first', exampleSection(none + guest), 'social-graph 2x'],
    ['has the general one also where another example shows it', exampleSection(none) + exampleSection(guest), 'social-graph 2x'],
    ['has the conditional one where nothing else is shown', exampleSection(none + none), 'moderation-record 2x'],
  ] as const) {
    test(what, () => {
      const { carriers } = reviewXep('gate.xml', xepSource({ title: 'Yard', body }), dataset);
      assert.deepEqual(carriers.map(({ category, occurrences }) => `${category} ${occurrences.length}x`), [expected]);
    });
  }
});
