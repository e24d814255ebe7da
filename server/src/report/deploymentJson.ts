// SPDX-License-Identifier: MIT
import type { DeploymentComparison } from '../deployment/index.ts';
import type { DeploymentPart, DeploymentReport } from './deploymentReport.ts';

/** A deployment report as JSON: every text with the address of its datum and its sources. Parts that were not asked for are left out. */
export function deploymentJson({ deployment, rows, record, rights, steps, statement, policy, sources, sentences }: DeploymentReport, parts: readonly DeploymentPart[], comparison: DeploymentComparison | undefined, version: string, dataset: string): string {
  const has = (part: DeploymentPart): boolean => parts.includes(part);
  const report = {
    schemaVersion: 1, tool: { name: 'xep-gdpr', version, dataset }, advisory: sentences.advisory, deployment,
    ...comparison ? { comparison } : {
      ...has('table') && { rows }, ...has('record') && { record, rights }, ...has('checks') && { steps }, ...has('statement') && { statement }, ...has('policy') && { policy },
    },
    sources,
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}
