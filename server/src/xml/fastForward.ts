// SPDX-License-Identifier: MIT
import type { Tokenizer } from 'htmlparser2';

/**
 * Lets the tokenizer search for the end of text, comments and sections with the engine's own search instead of character by character:
 * half the time of reading. A version of the tokenizer that searches by another method reads the same, only not as fast.
 */
export function fastForwarding(tokenizer: Tokenizer): Tokenizer {
  const search: Pick<Searching, 'fastForwardTo'> = {
    fastForwardTo(code) {
      const at = this.buffer.indexOf(String.fromCharCode(code), this.index + 1 - this.offset);
      this.index = this.offset + (at < 0 ? this.buffer.length - 1 : at);
      return at >= 0;
    },
  };
  return Object.assign(tokenizer, search);
}

/** What `fastForwarding` replaces and needs of the tokenizer, whose types keep it to themselves. */
interface Searching {
  index: number;
  readonly buffer: string;
  readonly offset: number;
  fastForwardTo(this: Searching, code: number): boolean;
}
