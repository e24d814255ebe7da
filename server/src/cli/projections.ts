// SPDX-License-Identifier: MIT
import type { Dataset, KnownFinding } from '../dataset/index.ts';
import { panelRecord, reviewJson, sarifResults, scanGithub, scanText, tableRow, type PanelEntry, type TableRow } from '../report/index.ts';
import { knownFindings, type Review } from '../review/index.ts';

/** A scanned document as text or JSON, with what filters and `--fail-on` ask about. */
export interface Scanned {
  readonly row: TableRow;
  readonly output: string;
  /** Codes of all findings that are not ignored, `carrier/<category>` included. */
  readonly codes: readonly string[];
  /** The same findings as a baseline keeps them. */
  readonly findings: readonly KnownFinding[];
}

/** What a command keeps of a review. */
export interface Projected {
  row: TableRow;
  panel: PanelEntry;
  json: Scanned;
  text: Scanned;
  sarif: Scanned;
  github: Scanned;
}

export type ProjectionName = keyof Projected;

export const projections: { readonly [Name in ProjectionName]: (review: Review, dataset: Dataset) => Projected[Name] } = {
  row: tableRow,
  panel: (review, dataset) => ({ row: tableRow(review, dataset), ...panelRecord(review, dataset) }),
  json: (review, dataset) => scanned(review, dataset, reviewJson(review)),
  text: (review, dataset) => scanned(review, dataset, scanText(review, dataset)),
  sarif: (review, dataset) => scanned(review, dataset, sarifResults(review, dataset)),
  github: (review, dataset) => scanned(review, dataset, scanGithub(review, dataset)),
};

function scanned(review: Review, dataset: Dataset, output: string): Scanned {
  return { row: tableRow(review, dataset), output, codes: findingCodes(review), findings: knownFindings(review) };
}

/** Codes of all findings that are not ignored, `carrier/<category>` included. */
export function findingCodes(review: Review): string[] {
  return [...new Set([...review.problems.map((problem) => problem.code), ...review.carriers.filter((carrier) => !carrier.baseline && carrier.ignored === null).map((carrier) => `carrier/${carrier.category}`)])];
}
