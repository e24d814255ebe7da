// SPDX-License-Identifier: MIT
import { entryName, type Dataset } from '../dataset/index.ts';
import { isSame, type DeploymentComparison, type FieldAdvice, type Told } from '../deployment/index.ts';
import { fact, joined, labelled, mark, told, type Block, type Run } from './deploymentBlocks.ts';
import { remarkItems, saying, withSources } from './deploymentPage.ts';
import type { DeploymentReport } from './deploymentReport.ts';
import { recipientsInWords, retentionInWords } from './words.ts';

/** What changes between two deployments, as blocks; headings only where something stands below. `report` is that of the newer one. */
export function comparisonPage(comparison: DeploymentComparison, report: DeploymentReport, dataset: Dataset, version: string): Block[] {
  const { labels: l, sentences: s } = report;
  const { row, check, part, cite } = saying(report);
  const { xeps, kinds, categories, recipients, stays, checks, statement, policy } = comparison;
  const names = (keys: readonly string[]): (readonly Run[])[] => (keys.length === 0 ? [] : [joined(keys.map((key) => [fact(entryName(key)), mark(' '), fact(dataset.entries.get(key)?.title ?? '')]), '; ')]);
  const change = (before: readonly Run[], now: readonly Run[]): readonly Run[] => joined([labelled(l.before, before), labelled(l.now, now)], '; ');
  const section = (heading: Told, items: readonly (readonly Run[])[]): Block[] => (items.length === 0 ? [] : [{ kind: 'heading', level: 2, runs: [told(heading)] }, { kind: 'list', items }]);
  return withSources(report, [
    { kind: 'heading', level: 1, runs: [told(l.comparisonTitle)] },
    { kind: 'paragraph', runs: [told(s.comparisonIntro), ...cite([s.comparisonIntro]), mark(' '), told(s.advisory, 'strong'), ...cite([s.advisory]), mark(' '), fact(`xep-gdpr ${version}`)] },
    ...section(l.remarksHeading, remarkItems(report)),
    ...isSame(comparison) ? [{ kind: 'paragraph', runs: [told(l.nothingChanges)] } as const] : [],
    ...section(l.xepsAdded, names(xeps.added)),
    ...section(l.xepsDropped, names(xeps.dropped)),
    ...section(l.kindsAdded, kinds.added.map(row)),
    ...section(l.kindsDropped, kinds.dropped.map(({ title }) => [told(title, 'strong')])),
    ...section(l.categoriesAdded, categories.added.map((id) => [fact(dataset.categories.get(id)?.label ?? id)])),
    ...section(l.recipientsAdded, recipients.map(({ title, added }) => [told(title, 'strong'), mark(': '), fact(recipientsInWords(added))])),
    ...section(l.staysLonger, stays.map(({ title, before, now }) => [told(title, 'strong'), mark(': '), ...change([fact(retentionInWords(before))], [fact(retentionInWords(now))])])),
    ...section(l.checksAdded, checks.added.map(check)),
    ...section(l.checksDropped, checks.dropped.map(({ title }) => [told(title, 'strong')])),
    ...section(l.statementAdded, statement.added.map(part)),
    ...section(l.statementChanged, statement.changed.map(({ now }) => part(now))),
    ...section(l.statementDropped, statement.dropped.map(({ title }) => [told(title, 'strong')])),
    ...section(l.policyChanged, policy.map(({ before, now }) => [fact(now.var, 'code'), mark(' '), told(now.label), mark(': '), ...change(valueRuns(before, l.open), valueRuns(now, l.open)), mark('. '), told(now.because), ...cite([now.because])])),
  ]);
}

function valueRuns({ value }: FieldAdvice, open: Told): readonly Run[] {
  return [value === null ? told(open) : fact(value.join(', '))];
}
