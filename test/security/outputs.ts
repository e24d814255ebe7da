// SPDX-License-Identifier: MIT
import operatorJson from '../../server/generated/operator.js';
import {
  applyEdits, coverageJson, coverageText, deploymentReport, entryJson, entrySkeleton, explainCarrier, explainName, panelHtml, panelRecord, privacySectionEdits, remarkInWords, renderDeployment, renderDiff, renderTable, renderTriage, reviewJson, sarifResults, scanGithub, scanJson, scanSarif, scanText, tableRow, tableXepRows, triageOf,
  updateTable,
} from '../../server/src/report/index.ts';
import { applyIgnores, compareReviews, coverXep, draftXep, reviewXep } from '../../server/src/review/index.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { readDeployment, type OperatorData } from '../../server/src/deployment/index.ts';
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
const operator = JSON.parse(operatorJson()) as OperatorData;
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
    ...(['markdown', 'xep', 'mediawiki', 'csv', 'json'] as const).map((format) => output(format === 'mediawiki' ? 'wiki' : format, `table as ${format}`, renderTable(format, rows, dataset, version, () => false))),
    output('html', 'table as html', panelHtml(rows.map((row) => ({ row, ...panelRecord(review, dataset, path) })), dataset, version, { script: '', style: '', scriptSum: 'sha256-', styleSum: 'sha256-' })),
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

/** What the operator of a server is told of software that bears the text as its name, its features and what it publishes. */
export function deploymentOutputs(text: string, { dataset }: HostileDocument): Output[] {
  const quoted = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&apos;').replace(/"/g, '&quot;');
  const doap = `<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://usefulinc.com/ns/doap#' xmlns:xmpp='https://linkmauve.fr/ns/xmpp-doap#'><Project><name>${quoted}</name><implements><xmpp:SupportedXep><xmpp:xep rdf:resource='https://xmpp.org/extensions/xep-9099.html'/><xmpp:version>${quoted}</xmpp:version><xmpp:status>${quoted}</xmpp:status><xmpp:note>${quoted}</xmpp:note></xmpp:SupportedXep></implements></Project></rdf:RDF>`;
  const disco = `<query xmlns='http://jabber.org/protocol/disco#info'><identity category='server' type='im' name='${quoted}'/><feature var='${quoted}'/><feature var='urn:xmpp:mam:2'/><x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:data-policy:0</value></field><field var='${quoted}'><value>${quoted}</value></field><field var='auth-data'><value>${quoted}</value></field></x></query>`;
  const deployment = readDeployment([{ name: text, text: doap }, { name: `2${text}`, text: disco }, { name: text, text: `0045 ${text}` }], dataset, operator.features);
  const report = deploymentReport(deployment, dataset, operator);
  return [
    ...(['markdown', 'html', 'json'] as const).map((format) => ({ kind: format, name: `deployment as ${format}`, text: renderDeployment(format, report, { dataset, version }) })),
    { kind: 'terminal', name: 'remarks on a deployment', text: deployment.remarks.map(remarkInWords).join('\n') },
  ];
}

/** The source with what is put into its Privacy Considerations. */
export function skeletonOf({ source, dataset, review }: HostileDocument): string {
  return applyEdits(source, privacySectionEdits(readXep(source), review, dataset));
}
