// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { readDeployment, readSource } from '../deployment/index.ts';
import { compareReports, deploymentReport, renderDeployment, type DeploymentReport } from '../report/index.ts';
import type { Feature } from './context.ts';
import { deploymentRequest, deploymentSourceRequest, type DeploymentParams, type DeploymentResult, type DeploymentSourceParams, type DeploymentSourceResult, type DeploymentText } from './protocol.ts';

/** What the operator of a deployment is told, from texts that the client reads: the server needs no file of its own for it. */
export const deployment: Feature = ({ connection, surroundings, operatorData }) => {
  connection.onRequest(deploymentRequest, async ({ sources, against }: DeploymentParams): Promise<DeploymentResult> => {
    const data = await operatorData();
    const dataset = surroundings.dataset();
    const reportOn = (texts: readonly DeploymentText[]): DeploymentReport => deploymentReport(readDeployment(texts, dataset, data.features), dataset, data);
    const report = reportOn(sources);
    const now = against && reportOn(against);
    const remarks = [report, ...now ? [now] : []].flatMap((one) => one.deployment.remarks);
    return {
      markdown: renderDeployment('markdown', now ?? report, { dataset, version, ...now && { comparison: compareReports(report, now) } }),
      spoken: (now ?? report).deployment.xeps.length,
      unreadable: remarks.filter(({ code }) => code === 'unreadable').map(({ source, line, column, what }) => `${[source, line, column].filter((part) => part !== undefined).join(':')} ${what}`),
    };
  });
  connection.onRequest(deploymentSourceRequest, ({ text }: DeploymentSourceParams): DeploymentSourceResult => {
    const read = readSource(text);
    return { kind: 'error' in read || (read.kind === 'list' && read.mentions.length <= read.flaws.length) ? null : read.kind };
  });
};
