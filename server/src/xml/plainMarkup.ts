// SPDX-License-Identifier: MIT
import { afterSpace, endOfName, isNameStart, plainTag, readStartTag, type PlainTag } from './startTag.ts';
import type { TokenSink } from './tokenize.ts';

/** Reads markup that is finished, one piece at a time: start tags, end tags, CDATA sections and comments. */
export interface PlainMarkup {
  /** Hands the markup at `start`, where `text` has `<`, to the sink and returns the first offset behind it; `start` itself where it is something else, or not finished before `to`. */
  read(text: string, start: number, to: number, sink: TokenSink): number;
  /** To be called before another text is read. */
  reset(): void;
}

/** `flushText` is called before anything is handed to the sink. */
export function plainMarkup(flushText: () => void): PlainMarkup {
  return new Reader(flushText);
}

const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';
const commentStart = '<!--';
const slash = 0x2f;
const greaterThan = 0x3e;

class Reader implements PlainMarkup {
  private readonly flushText: () => void;
  private readonly tag: PlainTag = plainTag();
  /** Offset of the first `]]>` behind the last section that was looked at, so that many that have none do not each search the whole text; or -1. */
  private sectionEnd = -1;

  constructor(flushText: () => void) {
    this.flushText = flushText;
  }

  reset(): void {
    this.sectionEnd = -1;
  }

  read(text: string, start: number, to: number, sink: TokenSink): number {
    const first = text.charCodeAt(start + 1);
    if (first === slash) {
      return this.readEndTag(text, start, to, sink);
    }
    if (isNameStart(first)) {
      return this.readStartTag(text, start, to, sink);
    }
    return text.startsWith(cdataStart, start) ? this.readSection(text, start, to, sink)
      : text.startsWith(commentStart, start) ? this.readComment(text, start, to, sink) : start;
  }

  private readEndTag(text: string, start: number, to: number, sink: TokenSink): number {
    const nameEnd = endOfName(text, start + 2, to);
    const end = afterSpace(text, nameEnd, to);
    if (nameEnd === start + 2 || end >= to || text.charCodeAt(end) !== greaterThan) {
      return start;
    }
    this.flushText();
    sink.closeTag(start, start + 2, nameEnd, end + 1, true);
    return end + 1;
  }

  private readStartTag(text: string, start: number, to: number, sink: TokenSink): number {
    const { tag } = this;
    if (!readStartTag(text, start, to, tag)) {
      return start;
    }
    this.flushText();
    sink.openTag(start + 1, tag.nameEnd);
    const { attributes, end } = tag;
    for (let next = 0; next < tag.count * 4; next += 4) {
      sink.attribute(attributes[next] ?? 0, attributes[next + 1] ?? 0, attributes[next + 2] ?? 0, attributes[next + 3] ?? 0, true);
    }
    sink.openTagEnd(end, tag.selfClosing, true);
    return end;
  }

  private readSection(text: string, start: number, to: number, sink: TokenSink): number {
    const contentStart = start + cdataStart.length;
    if (this.sectionEnd < contentStart) {
      const found = text.indexOf(cdataEnd, contentStart);
      this.sectionEnd = found < 0 ? text.length : found;
    }
    const { sectionEnd } = this;
    const end = sectionEnd + cdataEnd.length;
    if (end > to) {
      return start;
    }
    this.flushText();
    return sink.cdata(start, contentStart, sectionEnd, end) ?? end;
  }

  /** Two hyphens that do not end a comment are an error: what the author meant is not decided here. */
  private readComment(text: string, start: number, to: number, sink: TokenSink): number {
    const hyphens = text.indexOf('--', start + commentStart.length);
    const end = hyphens + 3;
    if (hyphens < 0 || end > to || text.charCodeAt(hyphens + 2) !== greaterThan) {
      return start;
    }
    this.flushText();
    sink.aside('comment', start, end, true);
    return end;
  }
}
