// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { stepXep } from './deploymentXep.ts';
import type { DeploymentReport } from './deploymentReport.ts';
import { tableXepRows } from './tableXep.ts';
import { applyEdits } from './textEdit.ts';
import { sectionEdits } from './updateSteps.ts';
import { updateTable } from './updateTable.ts';

/** Tells which numbers `xep.ent` knows. */
export type HasEntity = (number: string) => boolean;

/** A XEP source with relevance table and steps filled in, and what was left as it was. */
export interface UpdatedXep {
  readonly text: string;
  readonly filled: readonly string[];
  readonly leftAlone: readonly { readonly what: string; readonly why: string }[];
}

const reasons = { missing: 'there is no such section', 'other text': 'holds other text and was left alone', 'nothing to say': 'nothing to say of this deployment' } as const;

/**
 * Fills "Best practices for GDPR compliant deployment of XMPP" for a deployment: the rows of its table, and the sections of the steps. What somebody
 * wrote by hand stays. Doing it twice changes nothing; doing it for another deployment replaces the first.
 */
export function updateDeployment(source: string, report: DeploymentReport, dataset: Dataset, hasEntity: HasEntity): UpdatedXep {
  const { edits, filled, leftAlone } = sectionEdits(source, report.steps.map((step) => ({ anchor: step.anchor, topic: step.topic.text, lines: stepXep(step, report) })));
  const withSteps = applyEdits(source, edits);
  const rows = tableXepRows(report.rows.filter(({ number, level }) => number !== null && level !== 'none'), dataset, hasEntity);
  const table = updateTable(withSteps, rows, isOwnRow);
  const left = leftAlone.map(({ topic, why }) => ({ what: `section "${topic}"`, why: reasons[why] }));
  return 'error' in table ? { text: withSteps, filled, leftAlone: [{ what: 'the relevance table', why: table.error }, ...left] } : { text: table.text, filled, leftAlone: left };
}

/** Whether a row looks as this program writes it: a XEP, and a cell that begins with its level. */
function isOwnRow(row: string): boolean {
  return /^<tr>\s*<td>(?:&xep\d{4};|XEP-\d{4}(?:: [^<]*)?)<\/td>\s*<td><strong>(?:None|Low|Medium|High)<\/strong>(?: \([A-Z\d+, -]+\))?\. [^<]*<\/td>\s*<\/tr>$/.test(row);
}
