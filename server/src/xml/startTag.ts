// SPDX-License-Identifier: MIT

/** A start tag as it stands in a text. Filled again and again, so that reading tags allocates nothing. */
export interface PlainTag {
  nameEnd: number;
  /** First offset behind `>`. */
  end: number;
  selfClosing: boolean;
  /** How many attributes there are. */
  count: number;
  /** Four offsets per attribute: start and end of its name, start and end of its value. Older ones may stand behind the last. */
  readonly attributes: number[];
}

export function plainTag(): PlainTag {
  return { nameEnd: 0, end: 0, selfClosing: false, count: 0, attributes: [] };
}

/**
 * Reads the start tag at `start`, where `text` has `<` and the first character of a name. Returns false, and leaves `tag` in any state, for one that
 * is not finished before `to` or whose attributes are not all `name="value"`: that takes a reader who knows what the author may have meant.
 */
export function readStartTag(text: string, start: number, to: number, tag: PlainTag): boolean {
  let at = endOfName(text, start + 1, to);
  tag.nameEnd = at;
  tag.count = 0;
  const { attributes } = tag;
  for (let next = 0; at < to;) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
    } else if (code === greaterThan) {
      return finish(tag, at + 1, false);
    } else if (code === slash) {
      return at + 1 < to && text.charCodeAt(at + 1) === greaterThan && finish(tag, at + 2, true);
    } else {
      const nameEnd = endOfAttributeName(text, at, to);
      const equals = afterSpace(text, nameEnd, to);
      const quote = nameEnd > at && equals < to && text.charCodeAt(equals) === equalsSign ? afterSpace(text, equals + 1, to) : to;
      const valueEnd = quote < to ? endOfValue(text, quote, to) : -1;
      if (valueEnd < 0) {
        return false;
      }
      attributes[next++] = at;
      attributes[next++] = nameEnd;
      attributes[next++] = quote + 1;
      attributes[next++] = valueEnd;
      tag.count++;
      at = valueEnd + 1;
    }
  }
  return false;
}

/** Whether a tag's name may begin with a character. */
export function isNameStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x3a || code >= 0x80;
}

/** First offset from `from` on that no name of a tag goes over; a `<` is one, as a sign of a tag that is not finished. */
export function endOfName(text: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === greaterThan || code === slash || code === lessThan || isSpace(code)) {
      break;
    }
  }
  return at;
}

export function afterSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

const slash = 0x2f;
const lessThan = 0x3c;
const equalsSign = 0x3d;
const greaterThan = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;

function finish(tag: PlainTag, end: number, selfClosing: boolean): true {
  tag.end = end;
  tag.selfClosing = selfClosing;
  return true;
}

/** Stops at whatever else an attribute's name cannot have, too; the name is empty where nothing else stands there. */
function endOfAttributeName(text: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === equalsSign || code === greaterThan || code === slash || code === lessThan || code === singleQuote || code === doubleQuote || isSpace(code)) {
      break;
    }
  }
  return at;
}

/** Offset of the quote that ends the value which begins with the quote at `start`; -1 where none begins or ends it before the next `<`. */
function endOfValue(text: string, start: number, to: number): number {
  const quote = text.charCodeAt(start);
  if (quote !== singleQuote && quote !== doubleQuote) {
    return -1;
  }
  for (let at = start + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      return at;
    }
    if (code === lessThan) {
      return -1;
    }
  }
  return -1;
}

/** As the tokenizer has it. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d;
}
