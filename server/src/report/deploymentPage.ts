// SPDX-License-Identifier: MIT
import { entryName } from '../dataset/index.ts';
import { sourcesOf, type CheckAdvice, type FieldAdvice, type OperatorSource, type PartAdvice, type RecordRow, type Remark, type RightAdvice, type Told } from '../deployment/index.ts';
import { atMost, closed, fact, joined, labelled, mark, runsIn, sentences, told, type Block, type Run } from './deploymentBlocks.ts';
import type { DeploymentPart, DeploymentReport } from './deploymentReport.ts';
import { recipientsInWords, subjectsInWords } from './words.ts';

/** A report as blocks, the parts in their order. `version` is the program's. */
export function deploymentPage(report: DeploymentReport, parts: readonly DeploymentPart[], version: string): Block[] {
  const { labels: l, sentences: s, deployment } = report;
  const say = saying(report);
  const section = (part: DeploymentPart, heading: Told, intro: Told, blocks: readonly Block[]): Block[] => (parts.includes(part) ? [{ kind: 'heading', level: 2, runs: [told(heading)] }, paragraph([told(intro), ...say.cite([intro])]), ...blocks] : []);
  const remarks = remarkItems(report);
  return withSources(report, [
    { kind: 'heading', level: 1, runs: [told(l.title)] },
    paragraph([told(s.advisory, 'strong'), ...say.cite([s.advisory]), mark(' '), fact(`xep-gdpr ${version}`)]),
    ...deployment.sources.length === 0 ? [] : [paragraph([...labelled(l.deploymentHeading, joined(deployment.sources.map((source) => [fact(source.title === '' ? source.name : `${source.title} (${source.name})`), mark(', '), told(l[`role-${source.role}`])]), '; ')), mark('; '), ...labelled(l.xeps, [fact(String(deployment.xeps.length))])])],
    ...remarks.length === 0 ? [] : [{ kind: 'heading', level: 2, runs: [told(l.remarksHeading)] } as const, list(remarks)],
    ...section('table', l.tableHeading, s.tableIntro, [{ kind: 'relevance' }]),
    ...section('record', l.recordHeading, s.recordIntro, [list(report.record.map(say.row)), { kind: 'heading', level: 3, runs: [told(l.rightsHeading)] }, paragraph([told(s.rightsIntro), ...say.cite([s.rightsIntro])]), list(report.rights.filter(({ means, gaps }) => means.length + gaps.length > 0).map(say.right))]),
    ...section('checks', l.checksHeading, s.checksIntro, report.steps.flatMap(({ title, intro, checks }): Block[] => [
      { kind: 'heading', level: 3, runs: [told(title)] },
      ...intro.length === 0 ? [] : [paragraph([...sentences(intro), ...say.cite(intro)])],
      ...checks.length === 0 ? [] : [list(checks.map((check) => say.check(check)))],
    ])),
    ...section('statement', l.statementHeading, s.statementIntro, report.statement.map((part) => paragraph(say.part(part)))),
    ...section('policy', l.policyHeading, s.policyIntro, [{ kind: 'grid', head: [l.field, l.value, l.because].map((title) => [told(title)]), rows: report.policy.map(say.field) }]),
  ]);
}

/** Blocks with the list of the sources that they cite. A source keeps its number whatever is shown; sources at one address have one link. */
export function withSources({ sources, labels }: DeploymentReport, blocks: readonly Block[]): Block[] {
  const cited = new Set(blocks.flatMap(runsIn).filter(({ look }) => look === 'cite').flatMap(({ text }) => text.split(' ').map(Number)));
  const listed = sources.map((source, index) => ({ source, number: index + 1 })).filter(({ number }) => cited.has(number));
  const linked = new Map([...listed].reverse().map(({ source, number }) => [source.url, number]));
  return listed.length === 0 ? [...blocks] : [
    ...blocks,
    { kind: 'heading', level: 2, runs: [told(labels.sourcesHeading)] },
    paragraph(joined(listed.map(({ source, number }) => [fact(String(number), 'cite'), mark(' '), ...sourceRuns(source, linked.get(source.url) === number)]), '; ')),
  ];
}

/** How rows, checks and parts of a report are said. */
export interface Saying {
  readonly cite: (texts: readonly Told[]) => readonly Run[];
  readonly row: (row: RecordRow) => readonly Run[];
  readonly right: (right: RightAdvice) => readonly Run[];
  readonly check: (check: CheckAdvice) => readonly Run[];
  readonly part: (part: PartAdvice) => readonly Run[];
  readonly field: (field: FieldAdvice) => readonly (readonly Run[])[];
}

/** Words for the items of a report; sources are cited by their number in its list. */
export function saying({ labels: l, sources, rights }: DeploymentReport): Saying {
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  const cite = (texts: readonly Told[]): readonly Run[] => {
    const cited = sourcesOf(texts).flatMap((id) => numbers.get(id) ?? []).sort((one, other) => one - other);
    return cited.length === 0 ? [] : [fact(cited.join(' '), 'cite')];
  };
  const rightLabels = new Map(rights.map(({ id, label }) => [id, label]));
  return {
    cite,
    row: (row) => [
      { ...told(row.title, 'strong'), row: { id: row.id, isItself: true } }, mark(' ('), row.xeps.length > 0 ? atMost(row.xeps.map(entryName), 6) : told(l.always), mark('). '),
      ...joined([
        sentences(row.processing),
        closed(labelled(l.subjects, wordsOf(subjectsInWords(row.subjects)))),
        closed(labelled(l.recipients, wordsOf(recipientsInWords(row.recipients)))),
        closed(labelled(l.kept, sentences(row.retentionNotes))),
        closed(labelled(l.grounds, joined(row.grounds.map(({ article, note }) => [told(l.article), mark(' '), fact(article), mark(' '), told(note)]), '; '))),
        closed(labelled(l.rights, joined(row.rights.map((id) => rightLabels.get(id)).filter((label) => label !== undefined).map((label) => [told(label)]), ', '))),
      ], ' '),
      ...cite([...row.processing, ...row.retentionNotes, ...row.grounds.map(({ note }) => note)]),
    ],
    right: ({ label, article, means, gaps }) => [
      told(label, 'strong'), mark(' ('), told(l.article), mark(' '), fact(article), mark('). '),
      ...joined([sentences(means), closed(labelled(l.gaps, sentences(gaps)))], ' '), ...cite([...means, ...gaps]),
    ],
    check: ({ title, xeps, text, defaults, practice }) => [
      ...closed([told(title, 'strong')]), mark(' '),
      ...joined([
        sentences(text),
        closed(labelled(l.because, xeps.length === 0 ? [] : [atMost(xeps.map(entryName), 6)])),
        closed(labelled(l.defaults, joined(defaults.map((one, index) => defaultRuns(one, defaults[index - 1])), '; '))),
        closed(labelled(l.practice, sentences(practice))),
      ], ' '),
      ...cite([...text, ...defaults.map(({ value }) => value), ...practice]),
    ],
    part: ({ title, row, sentences: texts }) => [{ ...told(title, 'strong'), ...row !== null && { row: { id: row, isItself: false } } }, mark('. '), ...sentences(texts), ...cite(texts)],
    field: ({ var: name, label, value, because, published }) => [
      [fact(name, 'code'), mark(' '), told(label)],
      [value === null ? told(l.open, 'strong') : fact(value.join(', ')), ...published.length === 0 ? [] : [mark('; '), ...labelled(l.published, [fact(published.join(', '))])]],
      [told(because), ...cite([because])],
    ],
  };
}

/** Of one kind; a text that is no source at all has one for every line. */
const mostRemarks = 40;

/** What was not counted or is to be looked at, one item per kind of remark. */
export function remarkItems({ deployment: { remarks }, labels: l }: DeploymentReport): (readonly Run[])[] {
  const codes = [...new Set(remarks.map(({ code }) => code))];
  return codes.map((code) => {
    const group = remarks.filter((one) => one.code === code);
    const shown = group.slice(0, mostRemarks).map((one) => [fact(remarkWhat(one))]);
    return labelled(l[`remark-${code}`], joined(group.length > mostRemarks ? [...shown, [fact(`+${group.length - mostRemarks}`)]] : shown, ', '));
  });
}

/** What a remark is about, with its place. Why a source cannot be read is said where it is read: here are no words of ours. */
function remarkWhat({ code, what, source, line, column, successors }: Remark): string {
  const place = [...source !== '' ? [source] : [], ...line === undefined ? [] : [line], ...column === undefined ? [] : [column]].join(':');
  return code === 'unreadable' ? place : `${what}${successors ? ` → ${successors.map(entryName).join(', ')}` : ''}${place === '' ? '' : ` (${place})`}`;
}

/** What a server does by default; its name and version are said once where several follow each other. */
function defaultRuns({ server, version, setting, value }: CheckAdvice['defaults'][number], before: CheckAdvice['defaults'][number] | undefined): readonly Run[] {
  const isSame = before?.server === server && before.version === version;
  return [...isSame ? [] : [fact(`${server} ${version}`), mark(' ')], fact(setting, 'code'), mark(' '), told(value)];
}

/** A source; of several parts of one work only the first is a link. */
function sourceRuns({ title, url, version }: OperatorSource, isLink: boolean): readonly Run[] {
  return [fact(title, undefined, isLink ? url : undefined), ...version === undefined ? [] : [mark(', '), fact(version)]];
}

function wordsOf(words: string): readonly Run[] {
  return words === '' ? [] : [fact(words)];
}

function paragraph(runs: readonly Run[]): Block {
  return { kind: 'paragraph', runs };
}

function list(items: readonly (readonly Run[])[]): Block {
  return { kind: 'list', items };
}
