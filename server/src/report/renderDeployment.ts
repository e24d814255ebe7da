// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { DeploymentComparison } from '../deployment/index.ts';
import { comparisonPage } from './comparisonPage.ts';
import type { Block } from './deploymentBlocks.ts';
import { deploymentHtml } from './deploymentHtml.ts';
import { deploymentJson } from './deploymentJson.ts';
import { deploymentMarkdown } from './deploymentMarkdown.ts';
import { deploymentPage } from './deploymentPage.ts';
import { deploymentParts, type DeploymentPart, type DeploymentReport } from './deploymentReport.ts';
import { deploymentXep } from './deploymentXep.ts';

/** The formats of a deployment report; the first is the one that nobody has to ask for. */
export const deploymentFormats = ['markdown', 'html', 'json', 'xep'] as const;
export type DeploymentFormat = (typeof deploymentFormats)[number];

/** What a rendering of a deployment needs besides the report. */
export interface DeploymentRendering {
  readonly dataset: Dataset;
  /** The program's. */
  readonly version: string;
  /** Default: all. */
  readonly parts?: readonly DeploymentPart[];
  /** What the report changes against another deployment: then that is rendered instead. */
  readonly comparison?: DeploymentComparison;
  /** Tells which numbers `xep.ent` knows. */
  readonly hasEntity?: (number: string) => boolean;
}

/** A deployment report, or what changes against another deployment, in a format. `xep` has the relevance table and the steps. */
export function renderDeployment(format: DeploymentFormat, report: DeploymentReport, { dataset, version, parts = deploymentParts, comparison, hasEntity = () => true }: DeploymentRendering): string {
  const blocks = (): readonly Block[] => (comparison ? comparisonPage(comparison, report, dataset, version) : deploymentPage(report, parts, version));
  const title = (comparison ? report.labels.comparisonTitle : report.labels.title).text;
  switch (format) {
    case 'markdown': return deploymentMarkdown(blocks(), report.rows, dataset);
    case 'html': return deploymentHtml(blocks(), report.rows, dataset, title);
    case 'json': return deploymentJson(report, parts, comparison, version, dataset.version);
    case 'xep': return deploymentXep(report, parts, dataset, hasEntity);
  }
}
