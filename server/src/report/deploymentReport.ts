// SPDX-License-Identifier: MIT
import { entryName, type Dataset } from '../dataset/index.ts';
import { adviseOn, compareDeployments, factsOf, type Advice, type Deployment, type DeploymentComparison, type OperatorData, type Wording } from '../deployment/index.ts';
import { entryRow } from './entryRow.ts';
import { compareRows, type TableRow } from './row.ts';
import { recipientsInWords, retentionInWords, subjectsInWords } from './words.ts';

/** All that is said of one deployment: the rows of its relevance table, and what the operator data says. One plain record, JSON-serialisable. */
export interface DeploymentReport extends Advice {
  readonly deployment: Deployment;
  readonly rows: readonly TableRow[];
}

/** The parts of a report that can be asked for. */
export const deploymentParts = ['table', 'record', 'checks', 'statement', 'policy'] as const;
export type DeploymentPart = (typeof deploymentParts)[number];

const wording: Wording = {
  xeps: (keys) => keys.map(entryName).join(', '),
  subjects: subjectsInWords,
  recipients: recipientsInWords,
  retention: retentionInWords,
};

/** What the dataset and the operator data say of a deployment. */
export function deploymentReport(deployment: Deployment, dataset: Dataset, data: OperatorData): DeploymentReport {
  const rows = deployment.xeps.flatMap(({ xep }) => {
    const entry = dataset.entries.get(xep);
    return entry ? [entryRow(entry, xep, dataset)] : [];
  });
  return { deployment, rows: rows.sort(compareRows), ...adviseOn(factsOf(deployment, dataset, data), data, wording) };
}

/** What the newer of two deployments adds, drops and changes. */
export function compareReports(before: DeploymentReport, now: DeploymentReport): DeploymentComparison {
  return compareDeployments(sideOf(before), sideOf(now));
}

function sideOf(report: DeploymentReport): Parameters<typeof compareDeployments>[0] {
  return { ...report, xeps: report.deployment.xeps.map(({ xep }) => xep) };
}
