// SPDX-License-Identifier: MIT
import type { Remark, RemarkCode } from '../deployment/index.ts';
import { oneLine } from './oneLine.ts';

const words: Readonly<Record<RemarkCode, string>> = {
  unreadable: 'cannot be read', 'unknown-xep': 'no such XEP is known; not counted', 'unknown-feature': 'this feature belongs to no known XEP; not counted', duplicate: 'named before; counted once',
  empty: 'names no XEP', inactive: 'no longer recommended; counted', superseded: 'no longer recommended; counted. It was superseded by', 'not-counted': 'not counted',
  newer: 'newer than the version that was reviewed; the verdict may be stale', range: 'is a range and was not counted; write each number', garbage: 'was not understood',
};

/** A remark for a terminal, on one line: its place, what it is about, and what was done. */
export function remarkInWords({ code, source, what, line, column, successors }: Remark): string {
  const place = [source, line, column].filter((part) => part !== undefined && part !== '').join(':');
  const by = successors ? ` ${successors.map((number) => `XEP-${number}`).join(', ')}` : '';
  return oneLine(`${place === '' ? '' : `${place}: `}${what}: ${words[code]}${by}`);
}
