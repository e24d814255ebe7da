// SPDX-License-Identifier: MIT
import {
  applyEdits, coverageJson, coverageText, entryJson, entrySkeleton, explainCarrier, explainName, privacySectionEdits, renderDiff, renderTable, renderTriage, reviewJson, sarifResults, scanGithub, scanJson, scanSarif, scanText, tableRow, tableXepRows, triageOf,
  updateTable,
} from '../../server/src/report/index.ts';
import { applyIgnores, compareReviews, coverXep, draftXep, reviewXep } from '../../server/src/review/index.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { carrierText, xepText } from '../../server/src/lsp/carrierText.ts';
import { markdown, plainText } from '../../server/src/lsp/markup.ts';
import { xepSource } from '../support/xepSource.ts';
import type { HostileDocument } from './hostileDocument.ts';
import { ownNamespace } from './hostileDocument.ts';

/** By whose rules an output is read. */
export type Kind = 'terminal' | 'markdown' | 'html' | 'csv' | 'json' | 'xep' | 'wiki' | 'annotations' | 'sarif';

export interface Output {
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
}

const version = '1.2.3';
const emptyTable = xepSource({ body: "<section1 topic='XEPs covered in this document'><table><tr><th>XEP</th><th>Relevance</th></tr></table></section1>" });

/** Everything that the program prints of a document, in every format, and what an editor shows of its carriers. */
export function outputsOf({ path, source, dataset, review }: HostileDocument): Output[] {
  const rows = [tableRow(review, dataset), { ...tableRow(review, dataset), number: null }];
  const document = readXep(source);
  const triage = triageOf(document, review, dataset);
  const plain = reviewXep('kettle.xml', xepSource(), dataset);
  const comparisons = [compareReviews(plain, review), compareReviews(review, plain), compareReviews(null, review), compareReviews(review, null)].flatMap((one) => one ?? []);
  const coverage = [coverXep(path, source, dataset)];
  const shown = applyIgnores(reviewXep(path, source, dataset), [], '2026-11-27').review;
  const updated = updateTable(emptyTable, tableXepRows(rows, dataset, () => false));
  const output = (kind: Kind, name: string, text: string): Output => ({ kind, name, text });
  return [
    ...(['markdown', 'xep', 'mediawiki', 'csv', 'html', 'json'] as const).map((format) => output(format === 'mediawiki' ? 'wiki' : format, `table as ${format}`, renderTable(format, rows, dataset, version, () => false))),
    output('xep', 'table --update', 'text' in updated ? /<table>[^]*<\/table>/.exec(updated.text)?.[0] ?? '' : ''),
    ...[review, shown].flatMap((one, at) => [
      output('terminal', `scan as text ${at}`, scanText(one, dataset)), output('json', `scan as json ${at}`, scanJson([reviewJson(one)], version, dataset.version)),
      output('sarif', `scan as sarif ${at}`, scanSarif([sarifResults(one, dataset)], version, dataset)), output('annotations', `scan as github ${at}`, scanGithub(one, dataset)),
    ]),
    ...(['markdown', 'html', 'text'] as const).map((format) => output(format === 'text' ? 'terminal' : format, `triage as ${format}`, renderTriage(format, triage, version))),
    ...(['text', 'markdown', 'json'] as const).map((format) => output(format === 'text' ? 'terminal' : format, `diff as ${format}`, renderDiff(format, comparisons, dataset, version))),
    output('terminal', 'explain', [...shown.carriers.map((carrier) => explainCarrier(carrier, dataset)), explainName(ownNamespace, 'cup@owner', dataset).text, explainName(ownNamespace, 'cup@jid', dataset).text, explainName(path, path, dataset).text].join('\n')),
    output('terminal', 'coverage as text', coverageText(coverage)), output('json', 'coverage as json', coverageJson(coverage, version, dataset.version)),
    output('json', 'init-entry', entryJson(entrySkeleton(draftXep(path, source, dataset), '2026-11-27'))),
    ...review.carriers.slice(0, 12).flatMap((carrier, at) => [
      output('markdown', `hover ${at}`, carrierText(carrier, review, dataset, markdown).value), output('terminal', `plain hover ${at}`, carrierText(carrier, review, dataset, plainText).value),
    ]),
    output('markdown', 'hover on a reference', xepText('9099', review.status, dataset, markdown).value), output('terminal', 'plain hover on a reference', xepText('9099', review.status, dataset, plainText).value),
  ];
}

/** The source with what is put into its Privacy Considerations. */
export function skeletonOf({ source, dataset, review }: HostileDocument): string {
  return applyEdits(source, privacySectionEdits(readXep(source), review, dataset));
}
