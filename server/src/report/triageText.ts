// SPDX-License-Identifier: MIT
import { codeInWords } from './codeInWords.ts';
import { oneLine } from './oneLine.ts';
import { onScreen, type ShownTriage } from './screen.ts';
import type { Triage } from './triage.ts';
import { disclaimer, nothing, processingInWords, relationInWords, restInWords, stateInWords, verdictInWords } from './triageWords.ts';
import { wrap } from './wrap.ts';

/** Lines of a mail are no longer than this. */
const width = 76;

/** The triage as plain text for a mail, of at most one screen. What it asks goes behind the five questions of a Last Call. */
export function triageText(triage: Triage, version: string): string {
  return `${onScreen(triage, (shown) => mail(shown, version)).map((line) => line.trimEnd()).join('\n')}\n`;
}

function mail(triage: ShownTriage, version: string): string[] {
  const rest = restInWords(triage);
  return [
    ...lines(`GDPR triage of ${triage.name}`),
    ...lines(`${triage.kind}. Relevance: ${verdictInWords(triage)}. ${triage.reason}`),
    ...triage.codes.flatMap((code) => lines(`${code}: ${codeInWords(code)}`, '  ')),
    '',
    'It may carry:',
    ...triage.categories.flatMap((one) => lines(`* ${one.label}: ${one.names}. ${processingInWords(one)}`, '  ')),
    ...triage.categories.length === 0 ? lines(nothing.categories) : rest === '' ? [] : lines(`* ${rest}`, '  '),
    '',
    ...lines(`Privacy Considerations: ${stateInWords(triage.privacy)}. Security Considerations: ${stateInWords(triage.security)}. ${triage.leftOut.length > 0 ? `Not mentioned in either: ${triage.leftOut.join(', ')}.` : ''}`),
    '',
    ...triage.questions.length === 0 ? [] : lines('6. Does the specification say who sees the personal data that it carries, and for how long? In particular:'),
    ...triage.questions.flatMap(({ text, touched }, at) => lines(`${String.fromCharCode(97 + at)}) ${text}${touched ? ' (The text touches on this: is it enough?)' : ''}`, '   ')),
    ...triage.questions.length === 0 ? [] : [''],
    'Related XEPs:',
    ...triage.related.length === 0 ? [`* ${nothing.related}`] : triage.related.flatMap((one) => lines(`* XEP-${one.number} ${one.title}: ${relationInWords(one)}`, '  ')),
    ...triage.moreRelated > 0 ? [`* and ${triage.moreRelated} more of these levels or lower`] : [],
    ...triage.unjudged.length === 0 ? [] : ['', 'Not judged:', ...triage.unjudged.flatMap((note) => lines(`* ${note}`, '  '))],
    '',
    ...lines(`${disclaimer} Made by xep-gdpr ${version}.`),
  ];
}

function lines(text: string, indent = ''): string[] {
  return wrap(oneLine(text), width, indent);
}
