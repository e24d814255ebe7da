// SPDX-License-Identifier: MIT
import { nearestFirst, type Dataset } from '../dataset/index.ts';
import { broughtCategories, carrierName, namesInWords, questionsTo, readConsiderations, type BroughtCategory, type Question, type Review } from '../review/index.ts';
import { considerationsSection, type XepDocument, type XepSection } from '../xep/index.ts';
import type { XmlElement } from '../xml/index.ts';
import { escapeXml } from './escapeXml.ts';
import { oneLine } from './oneLine.ts';
import { indentBefore, placeForPrivacy } from './privacyPlace.ts';
import type { TextEdit } from './textEdit.ts';
import { recipientsInWords, retentionInWords } from './words.ts';

/** Questions that may be asked of anything; heavier ones go first. */
const lightKinds: ReadonlySet<Question['kind']> = new Set(['purpose', 'compromise', 'surveillance', 'copies', 'misuse']);
const mostQuestions = 4;
const fewQuestions = 2;

/**
 * Puts what the review found into the Privacy Considerations of its document: a section where there is none, at the place that the XSF's template
 * gives it, else what is missing in it. Per category: what the document carries, who sees it, how long it stays, and what the author has to say,
 * in the order of RFC 6973 section 7. Everything that is put in is an open point (TODO) until the author has answered it. What the considerations
 * answer, and what was put in before, is left out: the edits of an edited document are none. Never throws.
 */
export function privacySectionEdits(document: XepDocument, review: Review, dataset: Dataset): TextEdit[] {
  if (!document.root || review.kind !== 'protocol') {
    return [];
  }
  const section = considerationsSection(document.sections, 'privacy');
  const level = (section?.level ?? 1) + 1;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const questions = questionsTo(document, review, dataset).filter(({ touched }) => !touched);
  const parts = broughtCategories(review, dataset).flatMap((group) => (isThere(document, section, group) ? [] : partOf(document, group, questions, review, level)));
  if (parts.length === 0) {
    return [];
  }
  return section ? [completion(document, section, parts, eol)] : [insertion(document, parts, eol)];
}

/** By anchor, heading or statement, so that an author may rearrange what was put in. */
function isThere({ sections, text }: XepDocument, section: XepSection | undefined, { category: { id, label, short } }: BroughtCategory): boolean {
  if (!section) {
    return false;
  }
  const { start, end } = section.element;
  return text.slice(start, end).includes(markup(saying(short)))
    || sections.some(({ anchor, topic, element }) => element.start > start && element.end <= end && (topic === label || anchor === anchorOf(id)));
}

/** The lines about one category, or none where there is nothing left to say. */
function partOf(document: XepDocument, group: BroughtCategory, questions: readonly Question[], { considerations }: Review, level: number): string[] {
  const { id, label } = group.category;
  const open = questions.filter((question) => question.category === id);
  const heavy = open.filter(({ kind }) => !lightKinds.has(kind)).sort((one, other) => other.weight - one.weight).slice(0, mostQuestions);
  const isDiscussed = considerations.privacy.covers.includes(id) || considerations.security.covers.includes(id);
  if (isDiscussed && heavy.length === 0) {
    return [];
  }
  const light = open.filter(({ kind }) => lightKinds.has(kind)).slice(0, Math.max(0, fewQuestions - heavy.length));
  const items = [...open.filter((question) => heavy.includes(question) || light.includes(question)).map(({ text }) => markup(text)), ...mitigations(document, group)];
  const lines = [
    `<p>${markup(statement(group))} TODO: confirm or correct this.</p>`,
    ...items.length === 0 ? [] : ['<ul>', ...items.map((item) => `  <li>TODO: ${item}</li>`), '</ul>'],
  ];
  return level > deepestSection ? lines.map((line) => `  ${line}`)
    : [`  <section${level} topic='${markup(label)}' anchor='${freeAnchor(document, anchorOf(id))}'>`, ...lines.map((line) => `    ${line}`), `  </section${level}>`];
}

/** xep.dtd knows no deeper one. */
const deepestSection = 5;

function statement({ category, carriers }: BroughtCategory): string {
  const seen = recipientsInWords(nearestFirst(carriers.flatMap(({ recipients }) => recipients)));
  const kept = [...new Set(carriers.map(({ retention }) => retentionInWords(retention)))].join(' or ');
  return `${namesInWords(carriers.map(carrierName), 8)} ${saying(category.short)} Seen by: ${seen === '' ? 'not stated' : seen}. Kept: ${kept}.`;
}

function saying(short: string): string {
  return `may carry personal data: ${short}.`;
}

/** XEPs that limit what is carried, for the author to say whether they apply. Referred to as entities where the document declares these. */
function mitigations(document: XepDocument, { carriers }: BroughtCategory): string[] {
  const numbers = [...new Set(carriers.flatMap((carrier) => carrier.mitigations))].filter((number) => number !== document.header.number).slice(0, 3);
  const names = numbers.map((number) => (hasXepEntities(document) && document.entities.has(`xep${number}`) ? `&xep${number};` : `XEP-${number}`));
  return names.length === 0 ? [] : [`How far may ${namesInWords(names, 3)} limit this?`];
}

/** Whether the document reads `xep.ent`, as the template has it. */
function hasXepEntities({ text, prolog }: XepDocument): boolean {
  return prolog.entities.some(({ parameter, systemId, name, end }) => parameter && systemId !== undefined && /(?:^|[\\/])xep\.ent$/.test(systemId) && text.slice(end, prolog.end).includes(`%${name};`));
}

function insertion(document: XepDocument, parts: readonly string[], eol: string): TextEdit {
  const { offset, indent, isBefore } = placeForPrivacy(document);
  const lines = [`<section1 topic='Privacy Considerations' anchor='${freeAnchor(document, 'privacy')}'>`, ...parts, '</section1>'];
  const block = lines.map((line, at) => (at === 0 ? line : indent + line)).join(eol);
  return { start: offset, end: offset, newText: isBefore ? `${block}${eol}${indent}` : `${eol}${indent}${block}` };
}

/** Replaces what only holds a section's place; else adds behind what the author has written. */
function completion(document: XepDocument, { element }: XepSection, parts: readonly string[], eol: string): TextEdit {
  const { text } = document;
  const indent = indentBefore(text, element.start);
  const block = parts.map((line) => eol + indent + line).join('');
  if (element.selfClosing) {
    const tag = `${text.slice(element.start, element.end - 2).trimEnd()}>`;
    return { start: element.start, end: element.end, newText: `${tag}${block}${eol}${indent}</${element.name}>` };
  }
  const inside = text.slice(element.openEnd, element.closeStart);
  const { state, open } = readConsiderations(document, 'privacy');
  if (state === 'placeholder' && open.length === 0 && !inside.includes('<!--')) {
    return { start: element.openEnd, end: element.closeStart, newText: `${block}${eol}${indent}` };
  }
  const last = element.openEnd + text.slice(element.openEnd, endlessComment(document, element) ?? element.closeStart).trimEnd().length;
  return { start: last, end: last, newText: /\n[^\S\n]*$/.test(text.slice(last, element.closeStart)) ? block : `${block}${eol}${indent}` };
}

/** Where a comment begins that takes the rest of the section, and of the document, along: what is put behind that is never seen. */
function endlessComment({ text }: XepDocument, { children }: XmlElement): number | undefined {
  let node = children.at(-1);
  while (node?.kind === 'element') {
    node = node.children.at(-1);
  }
  return node?.kind === 'comment' && !/^<!--[^]*-->$/.test(text.slice(node.start, node.end)) ? node.start : undefined;
}

function anchorOf(category: string): string {
  return `privacy-${category}`;
}

/** The anchor, or the next free one where another section has it. */
function freeAnchor({ sections }: XepDocument, wanted: string): string {
  const taken = new Set(sections.map(({ anchor }) => anchor));
  let anchor = wanted;
  for (let number = 2; taken.has(anchor); number++) {
    anchor = `${wanted}-${number}`;
  }
  return anchor;
}

function markup(text: string): string {
  return escapeXml(oneLine(text));
}
