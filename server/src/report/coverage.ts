// SPDX-License-Identifier: MIT
import type { Coverage, UnjudgedName } from '../review/index.ts';
import { jsonText } from './jsonText.ts';
import { oneLine } from './oneLine.ts';

/** What the dataset has not judged, document by document, with counts at the end. Documents without a gap are not listed. */
export function coverageText(documents: readonly Coverage[]): string {
  const lines: string[] = [];
  for (const { path, number, title, unjudged, absent } of documents) {
    if (unjudged.length + absent.length === 0) {
      continue;
    }
    lines.push(`${path}  ${/^\d{4}$/.test(number) ? `XEP-${number}: ${title}` : title}`);
    if (unjudged.length > 0) {
      lines.push('  Not judged:', ...unjudged.map(unjudgedLine));
    }
    if (absent.length > 0) {
      lines.push('  In the entry, not in the document:', ...absent.map(({ part, id }) => `    ${id} (${part})`));
    }
    lines.push('');
  }
  const { names, judged, passedOver, withUnjudged, absent } = totals(documents);
  const share = names === 0 ? 100 : Math.floor((judged / names) * 1000) / 10;
  lines.push(
    `${count(documents.length, 'document')}, ${count(names, 'name')}: ${judged} judged (${share} %), ${names - judged} not judged in ${count(withUnjudged, 'document')}.`,
    `${count(passedOver, 'further name')} in no namespace, of a schema language, or no XML name: no vocabulary.`,
    `${count(absent, 'name')} of entries that their documents do not have.`,
  );
  return `${lines.map(oneLine).join('\n')}\n`;
}

/** The same for programs. All documents are listed. */
export function coverageJson(documents: readonly Coverage[], version: string, dataset: string): string {
  const list = documents.map((document) => `\n${jsonText(document)}`).join(',');
  return `{"schemaVersion":1,"tool":${jsonText({ name: 'xep-gdpr', version, dataset })},"totals":${jsonText(totals(documents))},"documents":[${list}${list === '' ? '' : '\n'}]}\n`;
}

function totals(documents: readonly Coverage[]): { readonly documents: number; readonly names: number; readonly judged: number; readonly passedOver: number; readonly unjudged: number; readonly withUnjudged: number; readonly absent: number } {
  const sum = (of: (document: Coverage) => number): number => documents.reduce((total, document) => total + of(document), 0);
  return {
    documents: documents.length, passedOver: sum(({ passedOver }) => passedOver), names: sum(({ names }) => names), judged: sum(({ judged }) => judged), unjudged: sum(({ unjudged }) => unjudged.length),
    withUnjudged: documents.filter(({ unjudged }) => unjudged.length > 0).length, absent: sum(({ absent }) => absent.length),
  };
}

function unjudgedLine({ id, start, where, count: times }: UnjudgedName): string {
  return `    ${start.line}:${start.column} ${id.startsWith(' ') ? `(no namespace)${id}` : id}${times > 1 ? ` (${times}x)` : ''}: ${where.join(', ')}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
