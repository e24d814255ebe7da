// SPDX-License-Identifier: MIT
import type { PanelCarrier, PanelEntry, TableRow } from '../../server/src/report/index.ts';
import { row } from './rows.ts';

/** A carrier with some words changed. */
export function panelCarrier(changes: Partial<PanelCarrier> = {}): PanelCarrier {
  return {
    id: 'urn:example:tea cup@sugar', name: '<cup sugar/>', namespace: 'urn:example:tea', category: 'tea', also: [], sensitivity: 'medium', brought: true, inferred: false,
    note: 'Tells a taste.', seenBy: 'contacts', kept: 'as history', source: 'XEP-9042 1.0, section “Use”', count: 2, line: 12, ...changes,
  };
}

/** An entry of a report with one carrier, made of a table's row. */
export function panelEntry(changes: Partial<TableRow> = {}, carrier: Partial<PanelCarrier> = {}): PanelEntry {
  const facts = row(changes);
  const { number, name, path, title, status, type, version, level, codes, reason, tags } = facts;
  const carriers = [panelCarrier(carrier)];
  return {
    row: facts, carriers,
    document: {
      id: path, number, name, title, status, type, version, level, codes, reason, tags, inactive: false, basis: '', page: number === null ? null : `https://xmpp.org/extensions/xep-${number}.html`, seenBy: 'contacts', kept: 'as history',
      privacy: 'absent', considerations: { privacy: 'absent', security: 'present, grade 2 of 4 (names a risk)', missing: ['Tea habits'] },
      cells: [{ category: carriers[0]?.category ?? 'tea', count: 1, sensitivity: carriers[0]?.sensitivity ?? 'medium' }], brings: carriers.map(({ id }) => id),
    },
  };
}
