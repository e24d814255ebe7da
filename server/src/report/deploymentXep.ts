// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { OperatorSource, StepAdvice } from '../deployment/index.ts';
import { sentences, type Run } from './deploymentBlocks.ts';
import { saying } from './deploymentPage.ts';
import type { DeploymentPart, DeploymentReport } from './deploymentReport.ts';
import { escapeXml } from './escapeXml.ts';
import { oneLine } from './oneLine.ts';
import { tableXep } from './tableXep.ts';

/** The relevance table and the steps of a report, as far as they are asked for, as one section in XEP markup, to be pasted. */
export function deploymentXep(report: DeploymentReport, parts: readonly DeploymentPart[], dataset: Dataset, hasEntity: (number: string) => boolean): string {
  const attribute = (text: string): string => escapeXml(oneLine(text));
  const table = parts.includes('table') ? tableXep(report.rows, dataset, hasEntity).trimEnd().split('\n') : [];
  const steps = (parts.includes('checks') ? report.steps : []).flatMap((step) => [`<section2 topic='${attribute(step.topic.text)}' anchor='${attribute(step.anchor)}'>`, ...stepXep(step, report).map((line) => `  ${line}`), '</section2>']);
  return `<section1 topic='${attribute(report.labels.title.text)}' anchor='deployment'>\n${[...table, ...steps].map((line) => `  ${line}\n`).join('')}</section1>\n`;
}

/** What a step says, as lines of XEP markup: a paragraph and a list; none where nothing of it applies. */
export function stepXep({ intro, checks }: StepAdvice, report: DeploymentReport): string[] {
  const { cite, check } = saying(report);
  const inline = (runs: readonly Run[]): string => runs.map((run) => runXep(run, report.sources)).join('');
  return [
    ...intro.length === 0 ? [] : [`<p>${inline([...sentences(intro), ...cite(intro)])}</p>`],
    ...checks.length === 0 ? [] : ['<ul>', ...checks.map((one) => `  <li>${inline(check(one))}</li>`), '</ul>'],
  ];
}

function runXep({ text, look }: Run, sources: readonly OperatorSource[]): string {
  const shown = escapeXml(oneLine(text));
  switch (look) {
    case 'strong': return `<strong>${shown}</strong>`;
    case 'label': return `<em>${shown}</em>`;
    case 'code': return `<tt>${shown}</tt>`;
    case 'cite': return text.split(' ').map((number) => noteXep(sources[Number(number) - 1])).join('');
    default: return shown;
  }
}

/** A source as a footnote, as XEPs have them. */
function noteXep(source: OperatorSource | undefined): string {
  if (!source) {
    return '';
  }
  const url = escapeXml(oneLine(source.url));
  return `<note>${escapeXml(oneLine(source.title))}${source.version === undefined ? '' : `, ${escapeXml(oneLine(source.version))}`} &lt;<link url='${url}'>${url}</link>&gt;.</note>`;
}
