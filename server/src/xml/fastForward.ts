// SPDX-License-Identifier: MIT
import type { Tokenizer } from 'htmlparser2';

/** A tokenizer that searches with the engine's own search. */
export interface FastTokenizer {
  readonly tokenizer: Tokenizer;
  /** What is read from now on is another text, not one more tail of the same. */
  startText(): void;
}

/**
 * Lets the tokenizer search for the end of text, comments and sections with the engine's own search instead of character by character:
 * half the time of reading. A version of the tokenizer that searches by another method reads the same, only not as fast.
 *
 * Reading starts afresh behind each section that lost its `]]>`. Where the next `]]>` stands is therefore kept for the whole text:
 * many such sections would each search to its end.
 */
export function fastForwarding(tokenizer: Tokenizer): FastTokenizer {
  /** How far before the end of the text the next `]]>` stands, which is the same for all its tails; beyond the text where nothing is known. */
  let sectionEnd = Number.POSITIVE_INFINITY;
  const nextSectionEnd = (text: string, from: number): number => {
    if (text.length - sectionEnd < from) {
      const at = text.indexOf(']]>', from);
      sectionEnd = at < 0 ? 0 : text.length - at;
    }
    return sectionEnd === 0 ? -1 : text.length - sectionEnd;
  };
  const search: Pick<Searching, 'fastForwardTo'> = {
    fastForwardTo(code) {
      const from = this.index + 1 - this.offset;
      // A "]" is searched for in a CDATA section only.
      const at = code === closingBracket ? nextSectionEnd(this.buffer, from) : this.buffer.indexOf(String.fromCharCode(code), from);
      this.index = this.offset + (at < 0 ? this.buffer.length - 1 : at);
      return at >= 0;
    },
  };
  return {
    tokenizer: Object.assign(tokenizer, search),
    startText() {
      sectionEnd = Number.POSITIVE_INFINITY;
    },
  };
}

const closingBracket = 0x5d;

/** What `fastForwarding` replaces and needs of the tokenizer, whose types keep it to themselves. */
interface Searching {
  index: number;
  readonly buffer: string;
  readonly offset: number;
  fastForwardTo(this: Searching, code: number): boolean;
}
