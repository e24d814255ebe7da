// SPDX-License-Identifier: MIT
import type { CarrierSummary, Range, ReviewSummary } from '../../server/src/lsp/protocol.ts';

/** A range on one line. */
export function onLine(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** A carrier; what a test does not name is unremarkable. */
export function carrier(label: string, given: Partial<CarrierSummary> = {}): CarrierSummary {
  const ranges = given.ranges ?? [onLine(1, 0, 4)];
  return {
    id: `urn:kettle ${label}`, label, category: 'activity', categoryLabel: 'Behaviour and interests', sensitivity: 'medium',
    own: true, baseline: false, basis: 'curated', note: 'When somebody drinks tea.', count: ranges.length, ...given, ranges,
  };
}

/** A review; `number` names the file too. */
export function review(number: string | null, given: Partial<ReviewSummary> = {}): ReviewSummary {
  const name = number === null ? 'kettle' : `xep-${number}`;
  return {
    uri: `file:///xeps/${name}.xml`, number, name, title: 'Kettles', status: 'Experimental', type: 'Standards Track', kind: 'protocol',
    level: 'medium', codes: ['M1'], reason: 'Tells when somebody is at home.', basis: 'curated', tags: [], privacy: 'absent', security: 'present',
    missing: [], categories: ['activity'], carriers: [], problemCount: 0, ...given,
  };
}
