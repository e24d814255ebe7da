// SPDX-License-Identifier: MIT
import { QuoteType, Tokenizer } from 'htmlparser2';
import { fastForwarding, type FastTokenizer } from './fastForward.ts';
import { plainMarkup } from './plainMarkup.ts';
import { isNameStart } from './startTag.ts';

/** Receives the tokens of an XML text in order. All arguments are UTF-16 offsets into the text that is read. */
export interface TokenSink {
  openTag(nameStart: number, nameEnd: number): void;
  /** `valueStart` is -1 for an attribute without a value; `quoted` is false for a value without quotes. */
  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number, quoted: boolean): void;
  /** `end` is after `>`, or where an unfinished tag was cut. */
  openTagEnd(end: number, selfClosing: boolean, finished: boolean): void;
  closeTag(start: number, nameStart: number, nameEnd: number, end: number, finished: boolean): void;
  text(start: number, end: number): void;
  /** Returns the offset at which reading should go on instead of `end`, when the section is found to end earlier. */
  cdata(start: number, contentStart: number, contentEnd: number, end: number): number | undefined;
  aside(kind: 'comment' | 'instruction', start: number, end: number, finished: boolean): void;
}

/** Reads XML text into tokens. One reader can read any number of texts, one after the other; that saves its set-up. */
export interface TokenReader {
  /**
   * Reads `text` from `from` to `to`. Finished markup is read directly, all else with htmlparser2's tokenizer, and with what an editor needs on broken text:
   * a tag that meets `<` ends there and reading starts afresh at that `<`; a tag that the end of the text cuts is reported; `<3` is text.
   * Never throws. Reads each character a bounded number of times.
   */
  read(text: string, from: number, to: number, sink: TokenSink): void;
}

export function tokenReader(): TokenReader {
  return new Reader();
}

const cdataStart = '<![CDATA[';
const lessThan = 0x3c;
const greaterThan = 0x3e;

const noSink: TokenSink = { openTag() {}, attribute() {}, openTagEnd() {}, closeTag() {}, text() {}, cdata: () => undefined, aside() {} };

/** The tokenizer's callbacks. A class, since their state changes with every token and the tokenizer calls them by name. */
class Reader implements TokenReader {
  /** Made when the first markup needs it: most texts have none. */
  private fast: FastTokenizer | undefined;
  private text = '';
  private to = 0;
  private sink: TokenSink = noSink;
  /** Offset in `text` of the tokenizer's own 0. */
  private base = 0;
  /** Where to start afresh, or -1. */
  private resumeAt = -1;
  private inTag = false;
  private tagNameEnd = 0;
  private attributeStart = -1;
  private attributeEnd = -1;
  private valueStart = -1;
  private valueEnd = -1;
  private textFrom = -1;
  private textTo = -1;
  /** End of what has been handed to the sink. */
  private readTo = 0;
  private readonly plain = plainMarkup(() => this.flushText());

  read(text: string, from: number, to: number, sink: TokenSink): void {
    this.text = text;
    this.to = to;
    this.sink = sink;
    this.inTag = false;
    this.attributeStart = -1;
    this.textFrom = -1;
    this.plain.reset();
    this.fast?.startText();
    for (let offset = this.readAhead(from); offset < to; offset = this.readAhead(offset)) {
      this.base = offset;
      this.readTo = offset;
      this.resumeAt = -1;
      const { tokenizer } = (this.fast ??= fastForwarding(new Tokenizer({ xmlMode: true, decodeEntities: false }, this)));
      tokenizer.reset();
      tokenizer.write(text.slice(offset, to));
      if (this.resumeAt < 0) {
        tokenizer.end();
      }
      if (this.resumeAt < 0 && this.inTag) {
        // The end of the text, or a quote that is never closed, swallowed the rest of a tag.
        this.cutTag(this.nextLessThan(this.tagNameEnd));
      }
      offset = this.resumeAt;
      if (offset < 0) {
        const left = this.readCutNames(this.readTo);
        // The tokenizer says nothing of a section in which nothing stands yet.
        if (to - left === cdataStart.length && text.startsWith(cdataStart, left)) {
          this.flushText();
          sink.cdata(left, to, to, to);
        }
        offset = to;
      }
    }
    this.flushText();
    this.text = '';
    this.sink = noSink;
  }

  onopentagname(start: number, end: number): void {
    const nameStart = this.base + start;
    if (!isNameStart(this.text.charCodeAt(nameStart))) {
      this.resumeFrom(nameStart - 1);
      return;
    }
    this.flushText();
    const cut = this.lessThanIn(nameStart, this.base + end);
    const nameEnd = cut >= 0 ? cut : this.base + end;
    this.tagNameEnd = nameEnd;
    this.inTag = true;
    this.sink.openTag(nameStart, nameEnd);
    if (cut >= 0) {
      this.cutTag(cut);
    }
  }

  onattribname(start: number, end: number): void {
    if (!this.inTag) {
      return;
    }
    const cut = this.lessThanIn(this.base + start, this.base + end);
    if (cut >= 0) {
      if (cut > this.base + start) {
        this.sink.attribute(this.base + start, cut, -1, -1, false);
      }
      this.cutTag(cut);
      return;
    }
    this.attributeStart = this.base + start;
    this.attributeEnd = this.base + end;
    this.valueStart = -1;
  }

  onattribdata(start: number, end: number): void {
    if (!this.inTag) {
      return;
    }
    const cut = this.lessThanIn(this.base + start, this.base + end);
    this.valueStart = this.base + start;
    this.valueEnd = cut >= 0 ? trimEnd(this.text, this.base + start, cut) : this.base + end;
    if (cut >= 0) {
      this.cutTag(cut);
    }
  }

  onattribentity(): void {}

  onattribend(quote: QuoteType): void {
    if (!this.inTag) {
      return;
    }
    const quoted = quote === QuoteType.Single || quote === QuoteType.Double;
    if (this.valueStart < 0 && quoted) {
      this.valueStart = this.attributeEnd;
      this.valueEnd = this.attributeEnd;
    }
    this.flushAttribute(quoted);
  }

  onopentagend(end: number): void {
    this.endTag(end, false);
  }

  onselfclosingtag(end: number): void {
    this.endTag(end, true);
  }

  onclosetag(start: number, end: number): void {
    this.flushText();
    const nameStart = this.base + start;
    const nameEnd = this.base + end;
    const tagStart = this.text.lastIndexOf('</', nameStart);
    const cut = this.lessThanIn(nameStart, nameEnd);
    if (cut >= 0) {
      this.sink.closeTag(tagStart, nameStart, cut, cut, false);
      this.resumeFrom(cut);
      return;
    }
    let stop = nameEnd;
    while (stop < this.to && this.text.charCodeAt(stop) !== greaterThan && this.text.charCodeAt(stop) !== lessThan) {
      stop++;
    }
    const finished = stop < this.to && this.text.charCodeAt(stop) === greaterThan;
    this.readTo = finished ? stop + 1 : stop;
    this.sink.closeTag(tagStart, nameStart, nameEnd, this.readTo, finished);
    this.resumeFrom(this.readTo);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.flushText();
    this.readTo = endOffset > 0 ? this.base + end + 1 : this.base + end;
    this.resumeFrom(this.sink.cdata(this.base + start - 9, this.base + start, this.base + end - endOffset, this.readTo) ?? this.readTo);
  }

  oncomment(start: number, end: number, endOffset: number): void {
    if (!this.text.startsWith('<!--', this.base + start - 4)) {
      this.noEndTag(this.base + start - 2, this.base + end);
      return;
    }
    this.flushText();
    this.readTo = endOffset > 0 ? this.base + end + 1 : this.base + end;
    this.sink.aside('comment', this.base + start - 4, this.readTo, endOffset > 0);
    this.resumeFrom(this.readTo);
  }

  /** "</" that no name follows is text, up to the next tag; the tokenizer takes it for a comment, as HTML does. */
  private noEndTag(start: number, end: number): void {
    const tag = this.text.indexOf('<', start + 1);
    const stop = tag >= 0 && tag < end ? tag : end;
    this.addText(start, stop);
    this.resumeFrom(stop);
  }

  onprocessinginstruction(start: number, end: number): void {
    this.flushText();
    this.readTo = this.base + end + 2;
    this.sink.aside('instruction', this.base + start - 2, this.readTo, true);
    this.resumeFrom(this.readTo);
  }

  ondeclaration(start: number, end: number): void {
    this.flushText();
    this.readTo = this.base + end + 1;
    this.sink.aside('instruction', this.base + start - 2, this.readTo, true);
    this.resumeFrom(this.readTo);
  }

  ontext(start: number, end: number): void {
    this.addText(this.base + start, this.base + end);
  }

  ontextentity(): void {}

  onend(): void {}

  private endTag(end: number, selfClosing: boolean): void {
    if (this.inTag) {
      this.inTag = false;
      this.readTo = this.base + end + 1;
      this.sink.openTagEnd(this.readTo, selfClosing, true);
      this.resumeFrom(this.readTo);
    }
  }

  /** Ends the tokenizer's turn: reading goes on at `offset`. */
  private resumeFrom(offset: number): void {
    this.resumeAt = offset;
    this.fast?.tokenizer.pause();
  }

  private addText(start: number, end: number): void {
    if (this.textFrom < 0) {
      this.textFrom = start;
    }
    this.textTo = end;
    this.readTo = end;
  }

  private flushText(): void {
    if (this.textFrom >= 0) {
      this.sink.text(this.textFrom, this.textTo);
      this.textFrom = -1;
    }
  }

  private flushAttribute(quoted: boolean): void {
    if (this.attributeStart >= 0) {
      this.sink.attribute(this.attributeStart, this.attributeEnd, this.valueStart, this.valueEnd, quoted);
      this.attributeStart = -1;
      this.valueStart = -1;
    }
  }

  private cutTag(offset: number): void {
    this.flushAttribute(false);
    this.inTag = false;
    this.sink.openTagEnd(offset, false, false);
    this.resumeFrom(offset);
  }

  /** Reads as far as it goes without the tokenizer, and returns where it stopped. */
  private readAhead(from: number): number {
    let offset = from;
    for (let before = -1; offset < this.to && offset > before;) {
      before = offset;
      offset = this.readPlain(this.readCutNames(offset));
    }
    return offset;
  }

  /** Reads text and finished markup, and returns where something else begins. Half the time of the tokenizer, which takes several steps for each character of a tag. */
  private readPlain(from: number): number {
    const { text, to, sink, plain } = this;
    let offset = from;
    while (offset < to) {
      const start = this.nextLessThan(offset);
      if (start > offset) {
        this.addText(offset, start);
      }
      offset = start < to ? plain.read(text, start, to, sink) : to;
      if (offset === start) {
        break;
      }
    }
    return offset;
  }

  /**
   * Reads names that the next `<` or the end of the text cuts short, and returns where it stopped. The tokenizer would run over a whole
   * row of them again for each one, and it says nothing of one at the end.
   */
  private readCutNames(from: number): number {
    const { text, to, sink } = this;
    let offset = from;
    while (offset < to && text.charCodeAt(offset) === lessThan) {
      const stop = this.nextLessThan(offset + 1);
      const first = offset + 1 < to ? text.charAt(offset + 1) : '';
      const tag = text.slice(offset, stop);
      if (first === '/' && (stop < to || tag.length > 2) && !tag.includes('>')) {
        const nameStart = offset + tag.length - tag.slice(2).trimStart().length;
        const nameEnd = nameStart + (/^\S*/.exec(text.slice(nameStart, stop))?.[0].length ?? 0);
        this.flushText();
        sink.closeTag(offset, nameStart, nameEnd, stop, false);
      } else if (isNameStart(first.charCodeAt(0)) && !/[\s/>]/.test(tag)) {
        this.flushText();
        sink.openTag(offset + 1, stop);
        sink.openTagEnd(stop, false, false);
      } else if (/^[^\s/!?]/.test(first) && !isNameStart(first.charCodeAt(0))) {
        this.addText(offset, stop);
      } else {
        break;
      }
      offset = stop;
    }
    return offset;
  }

  private lessThanIn(start: number, end: number): number {
    for (let offset = start; offset < end; offset++) {
      if (this.text.charCodeAt(offset) === lessThan) {
        return offset;
      }
    }
    return -1;
  }

  private nextLessThan(from: number): number {
    const offset = this.text.indexOf('<', from);
    return offset < 0 || offset > this.to ? this.to : offset;
  }
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) {
    end--;
  }
  return end;
}
