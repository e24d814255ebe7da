// SPDX-License-Identifier: MIT
import { referenceAt, resolveReference, type EntityTable } from './entities.ts';
import type { Span, XmlElement, XmlNode } from './tree.ts';

/** A run of decoded text: either copied from the source one to one, or standing for a reference in it. */
interface Segment {
  readonly textStart: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly copied: boolean;
}

/** Decoded text and where each part of it stands in the source. */
export interface MappedText {
  readonly text: string;
  /** Source span of a span of the decoded text. A part of an expanded reference maps to the whole reference. */
  toSource(start: number, end: number): Span;
  /** Offset in the decoded text of a source offset, or -1 where none of it stands there. */
  fromSource(offset: number): number;
}

/**
 * The character data of an element: its text, CDATA sections and expanded references put together, markup left out.
 * Text that a reader would see, with a map back to exact source offsets.
 */
export function mappedContent(source: string, element: XmlElement, entities: EntityTable): MappedText {
  const only = element.children.length === 1 ? element.children[0] : undefined;
  if (only?.kind === 'cdata') {
    return straightMap(source.slice(only.contentStart, only.contentEnd), only.contentStart);
  }
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  const copy = (start: number, end: number): void => {
    if (end > start) {
      segments.push({ textStart: length, sourceStart: start, sourceEnd: end, copied: true });
      parts.push(source.slice(start, end));
      length += end - start;
    }
  };
  const decode = (start: number, end: number): void => {
    let copied = start;
    const run = source.slice(start, end);
    for (let found = run.indexOf('&'); found >= 0; found = run.indexOf('&', found + 1)) {
      const at = start + found;
      const reference = referenceAt(source, at);
      const value = reference && resolveReference(reference.name, entities);
      if (reference && value !== undefined) {
        copy(copied, at);
        const shown = value.includes('<') && reference.name !== 'lt' ? value.replace(/<[^<>]*>/g, '') : value;
        segments.push({ textStart: length, sourceStart: at, sourceEnd: reference.end, copied: false });
        parts.push(shown);
        length += shown.length;
        copied = reference.end;
      }
    }
    copy(copied, end);
  };
  collect(element.children, copy, decode);
  const first = segments[0];
  return segments.length === 1 && first?.copied === true ? straightMap(parts[0] ?? '', first.sourceStart) : segmentMap(parts.join(''), segments, element.openEnd);
}

function collect(nodes: readonly XmlNode[], copy: (start: number, end: number) => void, decode: (start: number, end: number) => void): void {
  const stack: { readonly list: readonly XmlNode[]; next: number }[] = [{ list: nodes, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.list[top.next++];
    if (node === undefined) {
      stack.pop();
    } else if (node.kind === 'text') {
      decode(node.start, node.end);
    } else if (node.kind === 'cdata') {
      copy(node.contentStart, node.contentEnd);
    } else if (node.kind === 'element') {
      stack.push({ list: node.children, next: 0 });
    }
  }
}

function straightMap(text: string, base: number): MappedText {
  return {
    text,
    toSource: (start, end) => ({ start: base + start, end: base + end }),
    fromSource: (offset) => (offset >= base && offset <= base + text.length ? offset - base : -1),
  };
}

function segmentMap(text: string, segments: readonly Segment[], emptyAt: number): MappedText {
  const segmentAt = (offset: number): Segment | undefined => {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle]?.textStart ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments[low];
  };
  return {
    text,
    toSource(start, end) {
      const first = segmentAt(start);
      const last = segmentAt(Math.max(start, end - 1));
      if (!first || !last) {
        return { start: emptyAt, end: emptyAt };
      }
      return {
        start: first.copied ? first.sourceStart + (start - first.textStart) : first.sourceStart,
        end: last.copied ? last.sourceStart + (end - last.textStart) : last.sourceEnd,
      };
    },
    fromSource(offset) {
      for (const segment of segments) {
        if (offset >= segment.sourceStart && offset < segment.sourceEnd) {
          return segment.copied ? segment.textStart + (offset - segment.sourceStart) : segment.textStart;
        }
      }
      return -1;
    },
  };
}
