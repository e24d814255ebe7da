// SPDX-License-Identifier: MIT
import { knownKey, type Dataset } from '../dataset/index.ts';
import { carrierName, documentName, type Carrier, type Place, type Problem, type Review, type Severity } from '../review/index.ts';
import { jsonText } from './jsonText.ts';
import { oneLine } from './oneLine.ts';
import { rulesOf } from './rules.ts';
import { recipientsInWords, retentionInWords } from './words.ts';

/** Related places of a carrier beyond its first one; more would only swell the file. */
const relatedLimit = 20;

/** The results of one review as SARIF 2.1.0, JSON objects joined by commas; empty where there are none. Ignored findings are suppressed ones. */
export function sarifResults(review: Review, dataset: Dataset): string {
  const uri = uriOf(review.path);
  const home = { document: documentName(review), title: review.title };
  const carriers = review.carriers.filter(({ baseline }) => !baseline).map((carrier) => {
    const [first, ...others] = carrier.occurrences;
    return result(`carrier/${carrier.category}`, 'information', carrierMessage(carrier, dataset), uri, first, others.slice(0, relatedLimit), knownKey({ ...home, carrier: carrier.id }), carrier.ignored);
  });
  const problem = (one: Problem, reason: string | null): object => result(one.code, one.severity, one.message, uri, one, [], knownKey({ ...home, code: one.code, ...one.about !== undefined && { about: one.about } }), reason);
  return [...carriers, ...review.problems.map((one) => problem(one, null)), ...review.ignored.map((one) => problem(one, one.reason))].map((one) => jsonText(one)).join(',\n');
}

/** Reviews, their results already as JSON, in a SARIF 2.1.0 log with all rules of the program. */
export function scanSarif(results: readonly string[], version: string, dataset: Dataset): string {
  const rules = rulesOf(dataset).map(({ code, name, description, help }) => ({ id: code, name, shortDescription: { text: name }, fullDescription: { text: description }, help: { text: help } }));
  const driver = jsonText({ name: 'xep-gdpr', version, semanticVersion: version, shortDescription: { text: 'Advisory: says what a protocol may carry. Not legal advice.' }, rules });
  const found = results.filter((one) => one !== '');
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${driver}},"columnKind":"utf16CodeUnits","results":[${found.map((one) => `\n${one}`).join(',')}${found.length > 0 ? '\n' : ''}]}]}\n`;
}

function result(ruleId: string, severity: Severity, message: string, uri: string, place: Place | undefined, related: readonly Place[], fingerprint: string, ignored: string | null): object {
  const location = (at: Place | undefined): object => ({ physicalLocation: { artifactLocation: { uri }, ...at && { region: regionOf(at) } } });
  return {
    ruleId, level: levels[severity], message: { text: withoutLinks(message) }, locations: [location(place)],
    ...related.length > 0 && { relatedLocations: related.map((at, id) => ({ id: id + 1, ...location(at) })) },
    partialFingerprints: { 'xepGdprFinding/v1': fingerprint },
    ...ignored !== null && { suppressions: [{ kind: 'external', justification: withoutLinks(ignored) }] },
  };
}

/** One line in which nothing is a link: viewers make one of `[text](target)` (SARIF 2.1.0 section 3.11.6). */
function withoutLinks(message: string): string {
  return oneLine(message).replace(/\](?=\()/g, '] ');
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

function regionOf({ offset, length, start, end }: Place): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, charOffset: offset, charLength: length };
}

function carrierMessage(carrier: Carrier, dataset: Dataset): string {
  const label = dataset.categories.get(carrier.category)?.short ?? carrier.category;
  const seen = recipientsInWords(carrier.recipients);
  return `${carrierName(carrier)} may carry personal data (${label})${seen === '' ? '' : `, seen by ${seen}`}, kept: ${retentionInWords(carrier.retention)}.${carrier.note === '' ? '' : ` ${carrier.note}`}`;
}

/** A path as a relative reference, an absolute one as a file URI. */
function uriOf(path: string): string {
  const parts = path.split(/[\\/]/).map((part, at) => (at === 0 && /^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'))));
  const absolute = path.startsWith('/') ? 'file://' : /^[A-Za-z]:[\\/]/.test(path) ? 'file:///' : '';
  return absolute + parts.join('/');
}
