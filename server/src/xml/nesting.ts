// SPDX-License-Identifier: MIT

/** Elements nest this many levels deep; what would be deeper stands beside each other there. Authors need some twenty. */
export const nestingLimit = 1000;

/** How deep a reader is, and which end tags belong to elements that were too deep to be opened. */
export interface Nesting {
  readonly isFull: () => boolean;
  readonly enter: () => void;
  readonly leave: () => void;
  /** Notes a start tag that is not opened. Answers whether it is the first such in the text. */
  readonly passOver: (name: string) => boolean;
  /** Whether an end tag closes one that was not opened. */
  readonly closes: (name: string) => boolean;
}

export function nesting(): Nesting {
  const passedOver = new Map<string, number>();
  let depth = 0;
  let isFirst = true;
  return {
    isFull: () => depth >= nestingLimit,
    enter: () => { depth++; },
    leave: () => {
      depth--;
      if (passedOver.size > 0) {
        passedOver.clear();
      }
    },
    passOver: (name) => {
      passedOver.set(name, (passedOver.get(name) ?? 0) + 1);
      const wasFirst = isFirst;
      isFirst = false;
      return wasFirst;
    },
    closes: (name) => {
      const count = passedOver.size === 0 ? 0 : passedOver.get(name) ?? 0;
      if (count > 0) {
        passedOver.set(name, count - 1);
      }
      return count > 0;
    },
  };
}
