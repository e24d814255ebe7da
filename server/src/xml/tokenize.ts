// SPDX-License-Identifier: MIT
import { QuoteType, Tokenizer } from 'htmlparser2';

/** Receives the tokens of an XML text in order. All arguments are UTF-16 offsets into the text that was given to `tokenize`. */
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

const letter = /[A-Za-z_:\u0080-\uFFFF]/;

/**
 * Reads `text` from `from` to `to` with htmlparser2's tokenizer and adds what an editor needs on broken text:
 * a tag that meets `<` ends there and reading starts afresh at that `<`; a tag that the end of the text cuts is reported; `<3` is text.
 * Never throws. Reads each character a bounded number of times.
 */
export function tokenize(text: string, from: number, to: number, sink: TokenSink): void {
  let base = from;
  let resumeAt = -1;
  let inTag = false;
  let tagNameEnd = 0;
  let attributeStart = -1;
  let attributeEnd = -1;
  let valueStart = -1;
  let valueEnd = -1;
  let textFrom = -1;
  let textTo = -1;
  let readTo = from;

  const resumeFrom = (offset: number): void => {
    resumeAt = offset;
    tokenizer.pause();
  };
  const flushText = (): void => {
    if (textFrom >= 0) {
      sink.text(textFrom, textTo);
      textFrom = -1;
    }
  };
  const addText = (start: number, end: number): void => {
    if (textFrom < 0) {
      textFrom = start;
    }
    textTo = end;
    readTo = end;
  };
  const flushAttribute = (quoted: boolean): void => {
    if (attributeStart >= 0) {
      sink.attribute(attributeStart, attributeEnd, valueStart, valueEnd, quoted);
      attributeStart = -1;
      valueStart = -1;
    }
  };
  const cutTag = (offset: number): void => {
    flushAttribute(false);
    inTag = false;
    sink.openTagEnd(offset, false, false);
    resumeFrom(offset);
  };
  /**
   * Reads names that the next `<` or the end of the text cuts short. The tokenizer would run over all of a row of them again for each one,
   * and says nothing of one at the end.
   */
  const readCutNames = (start: number): number => {
    let offset = start;
    while (offset < to && text.charCodeAt(offset) === 0x3c) {
      const stop = nextLessThan(text, offset + 1, to);
      const first = text.charAt(offset + 1);
      const tag = text.slice(offset, stop);
      if (first === '/' && (stop < to || tag.length > 2) && !tag.includes('>')) {
        const name = /^\s*([^\s]*)/.exec(tag.slice(2));
        const nameEnd = offset + 2 + (name?.[0].length ?? 0);
        flushText();
        sink.closeTag(offset, nameEnd - (name?.[1]?.length ?? 0), nameEnd, stop, false);
      } else if (letter.test(first) && !/[\s/>]/.test(tag)) {
        flushText();
        sink.openTag(offset + 1, stop);
        sink.openTagEnd(stop, false, false);
      } else if (first !== '' && !/[\s/!?]/.test(first) && !letter.test(first)) {
        addText(offset, stop);
      } else {
        break;
      }
      offset = stop;
    }
    return offset;
  };
  const lessThanIn = (start: number, end: number): number => {
    for (let offset = start; offset < end; offset++) {
      if (text.charCodeAt(offset) === 0x3c) {
        return offset;
      }
    }
    return -1;
  };

  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, {
    onopentagname(start, end) {
      const nameStart = base + start;
      let nameEnd = base + end;
      if (!letter.test(text.charAt(nameStart))) {
        resumeFrom(nameStart - 1);
        return;
      }
      flushText();
      const cut = lessThanIn(nameStart, nameEnd);
      if (cut >= 0) {
        nameEnd = cut;
      }
      tagNameEnd = nameEnd;
      inTag = true;
      sink.openTag(nameStart, nameEnd);
      if (cut >= 0) {
        cutTag(cut);
      }
    },
    onattribname(start, end) {
      if (!inTag) {
        return;
      }
      const cut = lessThanIn(base + start, base + end);
      if (cut >= 0) {
        if (cut > base + start) {
          sink.attribute(base + start, cut, -1, -1, false);
        }
        cutTag(cut);
        return;
      }
      attributeStart = base + start;
      attributeEnd = base + end;
      valueStart = -1;
    },
    onattribdata(start, end) {
      if (!inTag) {
        return;
      }
      const cut = lessThanIn(base + start, base + end);
      valueStart = base + start;
      valueEnd = cut >= 0 ? trimEnd(text, base + start, cut) : base + end;
      if (cut >= 0) {
        cutTag(cut);
      }
    },
    onattribentity() {},
    onattribend(quote) {
      if (!inTag) {
        return;
      }
      if (valueStart < 0 && (quote === QuoteType.Single || quote === QuoteType.Double)) {
        valueStart = attributeEnd;
        valueEnd = attributeEnd;
      }
      flushAttribute(quote === QuoteType.Single || quote === QuoteType.Double);
    },
    onopentagend(end) {
      if (inTag) {
        inTag = false;
        readTo = base + end + 1;
        sink.openTagEnd(readTo, false, true);
      }
    },
    onselfclosingtag(end) {
      if (inTag) {
        inTag = false;
        readTo = base + end + 1;
        sink.openTagEnd(readTo, true, true);
      }
    },
    onclosetag(start, end) {
      flushText();
      const nameStart = base + start;
      const tagStart = text.lastIndexOf('</', nameStart);
      const cut = lessThanIn(nameStart, base + end);
      if (cut >= 0) {
        sink.closeTag(tagStart, nameStart, cut, cut, false);
        resumeFrom(cut);
        return;
      }
      const close = nextOf(text, base + end, to, 0x3e);
      if (close >= 0) {
        readTo = close + 1;
        sink.closeTag(tagStart, nameStart, base + end, readTo, true);
        return;
      }
      const next = nextOf(text, base + end, to, 0x3c);
      const stop = next >= 0 ? next : to;
      sink.closeTag(tagStart, nameStart, base + end, stop, false);
      resumeFrom(stop);
    },
    oncdata(start, end, endOffset) {
      flushText();
      const contentEnd = base + end - endOffset;
      const sectionEnd = endOffset > 0 ? base + end + 1 : base + end;
      readTo = sectionEnd;
      const resume = sink.cdata(base + start - 9, base + start, contentEnd, sectionEnd);
      if (resume !== undefined) {
        resumeFrom(resume);
      }
    },
    oncomment(start, end, endOffset) {
      flushText();
      readTo = endOffset > 0 ? base + end + 1 : base + end;
      sink.aside('comment', base + start - 4, readTo, endOffset > 0);
    },
    onprocessinginstruction(start, end) {
      flushText();
      readTo = base + end + 2;
      sink.aside('instruction', base + start - 2, readTo, true);
    },
    ondeclaration(start, end) {
      flushText();
      readTo = base + end + 1;
      sink.aside('instruction', base + start - 2, readTo, true);
    },
    ontext(start, end) {
      addText(base + start, base + end);
    },
    ontextentity() {},
    onend() {},
  });

  for (let offset = from; offset < to;) {
    base = readCutNames(offset);
    readTo = base;
    if (base >= to) {
      break;
    }
    resumeAt = -1;
    tokenizer.reset();
    tokenizer.write(base === 0 && to === text.length ? text : text.slice(base, to));
    if (resumeAt < 0) {
      tokenizer.end();
    }
    if (resumeAt < 0 && inTag) {
      // The end of the text, or a quote that is never closed, swallowed the rest of a tag.
      const cut = nextLessThan(text, tagNameEnd, to);
      cutTag(cut);
    }
    offset = resumeAt < 0 ? to : resumeAt;
  }
  readCutNames(readTo);
  flushText();
}

/** Offset of the next character `code` before the next `<`, or -1; for 0x3c itself, the next `<`. */
function nextOf(text: string, from: number, to: number, code: number): number {
  for (let offset = from; offset < to; offset++) {
    const current = text.charCodeAt(offset);
    if (current === code) {
      return offset;
    }
    if (current === 0x3c) {
      return -1;
    }
  }
  return -1;
}

function nextLessThan(text: string, from: number, to: number): number {
  const offset = text.indexOf('<', from);
  return offset < 0 || offset > to ? to : offset;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) {
    end--;
  }
  return end;
}
