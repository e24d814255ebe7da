// SPDX-License-Identifier: MIT
import { readXep } from '../xep/index.ts';
import type { TextEdit } from './textEdit.ts';

/** What shall stand in a section, as lines of markup. */
export interface SectionText {
  /** Where the section is found: by its anchor, else by its topic. */
  readonly anchor: string;
  readonly topic: string;
  readonly lines: readonly string[];
}

/** The edits that fill sections, and the sections that were left alone, each with its topic and why. */
export interface SectionUpdate {
  readonly edits: readonly TextEdit[];
  readonly filled: readonly string[];
  readonly leftAlone: readonly { readonly topic: string; readonly why: 'missing' | 'other text' | 'nothing to say' }[];
}

/**
 * Puts texts into the sections of a XEP source. Only a section that is empty, holds nothing but TBD or TODO, or holds what was put in before is filled.
 * What was put in is known again by a comment with a digest of it, so that a later change by hand is noticed and never lost.
 */
export function sectionEdits(source: string, texts: readonly SectionText[]): SectionUpdate {
  const { sections } = readXep(source);
  const edits: TextEdit[] = [];
  const filled: string[] = [];
  const leftAlone: SectionUpdate['leftAlone'][number][] = [];
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  for (const { anchor, topic, lines } of texts) {
    const section = sections.find((one) => one.anchor === anchor) ?? sections.find((one) => alike(one.anchor) === alike(anchor) || alike(one.topic) === alike(topic));
    if (!section) {
      leftAlone.push({ topic, why: 'missing' });
      continue;
    }
    const { openEnd, closeStart, start, end, selfClosing, name } = section.element;
    if (!selfClosing && !mayBeReplaced(source.slice(openEnd, closeStart))) {
      leftAlone.push({ topic: section.topic, why: 'other text' });
    } else if (lines.length === 0) {
      leftAlone.push({ topic: section.topic, why: 'nothing to say' });
    } else {
      const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(Math.max(0, start - 200), start))?.[1] ?? '';
      const body = lines.map((line) => `${newline}${indent}  ${line}`).join('');
      const newText = `${newline}${indent}  ${marker(body)}${body}${newline}${indent}`;
      edits.push(selfClosing ? { start: end - 2, end, newText: `>${newText}</${name}>` } : { start: openEnd, end: closeStart, newText });
      filled.push(section.topic);
    }
  }
  return { edits: edits.filter(({ start, end, newText }) => source.slice(start, end) !== newText), filled, leftAlone };
}

/** Letters and digits alone, doubled ones once: a spelling that was put right since is still found. */
function alike(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '').replace(/(.)\1+/gu, '$1');
}

const ownMarker = /^\s*<!-- xep-gdpr deployment ([0-9a-f]{14}) -->/;
const placeholder = /^(?:TBD|TODO)?[\s.!:…]*$/i;

/** Whether nobody wrote this: nothing at all, a placeholder, or this program's own text as it was put in. */
function mayBeReplaced(inner: string): boolean {
  const own = ownMarker.exec(inner);
  if (own) {
    return digest(inner.slice(own[0].length)) === own[1];
  }
  // A comment in a placeholder is somebody's note; so is any markup but paragraphs.
  return placeholder.test(inner.replace(/<\/?p\s*\/?>/g, ' ').trim());
}

function marker(body: string): string {
  return `<!-- xep-gdpr deployment ${digest(body)} -->`;
}

/** 53 bits of a text (cyrb53), whatever its indentation and line ends. It guards against accidents, not against forgers. */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const char of text.replace(/\s+/g, ' ').trim()) {
    const code = char.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
