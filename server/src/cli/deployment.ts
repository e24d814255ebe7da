// SPDX-License-Identifier: MIT
import { readFileSync, statSync } from 'node:fs';
import operatorJson from '../../generated/operator.js';
import { readDeployment, type Deployment, type OperatorData, type SourceText } from '../deployment/index.ts';
import { compareReports, deploymentFormats, deploymentParts, deploymentReport, remarkInWords, renderDeployment, updateDeployment, type DeploymentPart, type DeploymentReport, type HasEntity } from '../report/index.ts';
import { leadsOutside, outsideReason } from './boundaries.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { readForUpdate } from './namedFile.ts';
import { complain, note, print, replaceFile, say } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { decodeText, entityFinder, sizeLimit, type Unreadable } from './sources.ts';

/** `xep-gdpr deployment`: what the operator of a server is told, what a change of the server means, or both steps put into a XEP. */
export async function deployment(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, deploymentFormats);
  if (line.operands.length === 0) {
    throw new UsageError('deployment needs a DOAP file, a list of XEP numbers or a saved disco#info answer');
  }
  if (line.against.length > 0 && (line.update !== undefined || line.parts.length > 0 || format === 'xep')) {
    throw new UsageError('--against compares two deployments: it goes with --format markdown, html or json, and with neither --update nor --part');
  }
  const parts = partsOf(line);
  if (line.update !== undefined && line.parts.length > 0) {
    throw new UsageError('--update fills the table and the checks; it goes without --part');
  }
  if (format === 'xep' && !parts.includes('table') && !parts.includes('checks')) {
    throw new UsageError('--format xep has the parts table and checks only');
  }
  const dataset = bundledDataset(readOwnDataset(line.dataset));
  const data = JSON.parse(operatorJson()) as OperatorData;
  const unreadable: Unreadable[] = [];
  const reportOn = (paths: readonly string[]): DeploymentReport => {
    const read = readDeployment(readTexts(paths, unreadable), dataset, data.features);
    tell(line, read, unreadable);
    return deploymentReport(read, dataset, data);
  };
  const entityFile = entityFinder()(line.update ?? line.operands[0] ?? '.');
  const hasEntity: HasEntity = (number) => entityFile === undefined || entityFile.has(`xep${number}`);
  const report = reportOn(line.operands);
  if (line.update !== undefined) {
    update(line, line.update, report, (source) => updateDeployment(source, report, dataset, hasEntity));
  } else if (line.against.length > 0) {
    const now = reportOn(line.against);
    print(line, renderDeployment(format, now, { dataset, version, comparison: compareReports(report, now) }));
  } else {
    print(line, renderDeployment(format, report, { dataset, version, parts, hasEntity }));
  }
  return complain(unreadable) ? 2 : 0;
}

function partsOf({ parts }: CommandLine): readonly DeploymentPart[] {
  const stranger = parts.find((part) => !(deploymentParts as readonly string[]).includes(part));
  if (stranger !== undefined) {
    throw new UsageError(`"${stranger}" is no part of a deployment report; choose from ${deploymentParts.join(', ')}`);
  }
  return parts.length === 0 ? deploymentParts : deploymentParts.filter((part) => parts.includes(part));
}

function readTexts(paths: readonly string[], unreadable: Unreadable[]): SourceText[] {
  return paths.flatMap((path): SourceText[] => {
    try {
      if (leadsOutside(path)) {
        unreadable.push({ path, reason: outsideReason });
        return [];
      }
      if (statSync(path).size > sizeLimit) {
        unreadable.push({ path, reason: `is larger than ${sizeLimit / 1024 / 1024} MB` });
        return [];
      }
      const text = decodeText(readFileSync(path));
      if (text === undefined) {
        unreadable.push({ path, reason: 'is not text in the encoding it declares; save it as UTF-8' });
        return [];
      }
      return [{ name: path, text }];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      unreadable.push({ path, reason: code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder; name the files in it' : `cannot be read (${code ?? 'unknown error'})` });
      return [];
    }
  });
}

/** Names what cannot be read at all among the unreadable, and all else that is not counted or old as notes. */
function tell(line: CommandLine, { remarks }: Deployment, unreadable: Unreadable[]): void {
  for (const remark of remarks) {
    if (remark.code === 'unreadable') {
      unreadable.push({ path: [remark.source, remark.line, remark.column].filter((part) => part !== undefined).join(':'), reason: remark.what });
    }
  }
  note(line, remarks.filter(({ code }) => code !== 'unreadable').map(remarkInWords));
}

function update(line: CommandLine, file: string, { rows }: DeploymentReport, apply: (source: string) => ReturnType<typeof updateDeployment>): void {
  const source = readForUpdate(file);
  const { text, filled, leftAlone } = apply(source);
  if (text !== source || line.output !== undefined) {
    replaceFile(line.output ?? file, text);
  }
  // What was left alone is said even where it is to be quiet: the user asked for it to be filled.
  leftAlone.forEach(({ what, why }) => { say(`${file}: ${what}: ${why}`); });
  note(line, [`${file}: ${rows.length} XEPs, ${filled.length} sections${text === source ? ', nothing to change' : ''}`]);
}
