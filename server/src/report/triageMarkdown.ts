// SPDX-License-Identifier: MIT
import { codeInWords } from './codeInWords.ts';
import { proseMarkdown } from './proseMarkdown.ts';
import { onScreen, type ShownTriage } from './screen.ts';
import type { Triage } from './triage.ts';
import { disclaimer, nothing, processingInWords, relationInWords, restInWords, stateInWords, verdictInWords } from './triageWords.ts';
import { wrap } from './wrap.ts';

const width = 110;

/** The triage as Markdown of at most one screen, for a comment or a card. */
export function triageMarkdown(triage: Triage, version: string): string {
  return `${onScreen(triage, (shown) => page(shown, version)).join('\n')}\n`;
}

function page(triage: ShownTriage, version: string): string[] {
  const rest = restInWords(triage);
  return [
    ...wrap(`# GDPR triage: ${proseMarkdown(triage.name)}`, 1000),
    '',
    ...paragraph(`**${proseMarkdown(verdictInWords(triage))}.** ${proseMarkdown(triage.reason)} ${proseMarkdown(triage.kind)}.`),
    ...triage.codes.flatMap((code) => item('-', proseMarkdown(`${code}: ${codeInWords(code)}`))),
    '',
    '## What it carries',
    ...triage.categories.flatMap((one) => item('-', `**${proseMarkdown(one.label)}**: ${proseMarkdown(one.names)}. ${proseMarkdown(processingInWords(one))}`)),
    ...triage.categories.length === 0 ? [nothing.categories] : rest === '' ? [] : item('-', proseMarkdown(rest)),
    '',
    '## What the considerations leave out',
    ...item('-', proseMarkdown(`Privacy Considerations: ${stateInWords(triage.privacy)}. Security Considerations: ${stateInWords(triage.security)}.`)),
    ...item('-', proseMarkdown(triage.leftOut.length > 0 ? `Not mentioned in either: ${triage.leftOut.join(', ')}.` : 'Nothing of weight goes unmentioned.')),
    '',
    '## Questions to the author',
    ...triage.questions.length === 0 ? [nothing.questions] : triage.questions.flatMap(({ text, touched }, at) => item(`${at + 1}.`, proseMarkdown(`${text}${touched ? ' (The text touches on this: is it enough?)' : ''}`))),
    '',
    '## Related XEPs',
    ...triage.related.length === 0 ? [nothing.related] : triage.related.flatMap((one) => item('-', proseMarkdown(`XEP-${one.number} ${one.title}: ${relationInWords(one)}`))),
    ...triage.moreRelated > 0 ? [`- and ${triage.moreRelated} more of these levels or lower`] : [],
    '',
    '## What could not be judged',
    ...triage.unjudged.length === 0 ? [nothing.unjudged] : triage.unjudged.flatMap((note) => item('-', proseMarkdown(note))),
    '',
    ...paragraph(`_${disclaimer} Made by xep-gdpr ${proseMarkdown(version)}._`),
  ];
}

function paragraph(text: string): string[] {
  return wrap(text, width);
}

function item(mark: string, text: string): string[] {
  return wrap(`${mark} ${text}`, width, ' '.repeat(mark.length + 1));
}
