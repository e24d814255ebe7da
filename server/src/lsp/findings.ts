// SPDX-License-Identifier: MIT
import { panelRecord, tableRow, type PanelRecord, type TableRow } from '../report/index.ts';
import type { Problem } from '../review/index.ts';
import type { CarrierSummary, Range, ReviewSummary } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** A problem with its place in the negotiated encoding. */
export interface PlacedProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  readonly range: Range;
}

/** What is kept of a review once its document is closed: enough for tree, table, symbols and diagnostics. */
export interface Findings {
  readonly uri: string;
  readonly version: number | null;
  readonly summary: ReviewSummary;
  readonly row: TableRow;
  readonly panel: PanelRecord;
  /** Who receives each carrier of the summary, in its order. */
  readonly recipients: readonly (readonly string[])[];
  readonly problems: readonly PlacedProblem[];
}

export function findingsOf({ uri, version, review, places, dataset }: Reviewed): Findings {
  const row = tableRow(review, dataset);
  const { privacy, security } = review.considerations;
  const carriers = review.carriers.map((carrier): CarrierSummary => ({
    id: carrier.id,
    label: carrier.field?.var ?? (carrier.attribute === null ? carrier.element : `${carrier.element}@${carrier.attribute}`),
    category: carrier.category,
    categoryLabel: dataset.categories.get(carrier.category)?.short ?? carrier.category,
    sensitivity: carrier.sensitivity, own: carrier.own, baseline: carrier.baseline, basis: carrier.basis, note: carrier.note,
    ...(carrier.ignored === null ? {} : { ignored: carrier.ignored }),
    count: carrier.occurrences.length,
    ranges: carrier.occurrences.map(({ offset, length }) => places.range(offset, offset + length)),
  }));
  return {
    uri, version, row,
    panel: panelRecord(review, dataset, uri),
    recipients: review.carriers.map((carrier) => carrier.recipients),
    problems: review.problems.map(({ code, severity, message, offset, length }) => ({ code, severity, message, range: places.range(offset, offset + length) })),
    summary: {
      uri, carriers,
      number: row.number, name: row.name, title: row.title, status: row.status, type: row.type, kind: review.kind,
      level: row.level, codes: row.codes, reason: row.reason, basis: row.basis, tags: row.tags,
      privacy: privacy.state, security: security.state,
      missing: privacy.missing,
      categories: row.categories, problemCount: review.problems.length,
    },
  };
}
