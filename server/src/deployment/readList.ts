// SPDX-License-Identifier: MIT
import type { Mention, ReadSource } from './readSource.ts';

const number = /^(?:xep-?)?(\d{1,4})(?:\.(?:xml|html))?$/i;
const address = /\/xep-(\d{4})\.(?:html|xml|pdf)$/i;
const range = /^(?:xep-?)?\d{1,4}(?:-|–|\.\.\.?)(?:xep-?)?\d{1,4}$/i;
/** `XEP-0045: Multi-User Chat` or `* 0045 Multi-User Chat`: what follows a number is its title, unless it names another XEP. */
const first = /^(?:[-*+•]\s*)?(?:XEP-?)?(\d{1,4})(?:\.(?:xml|html))?(?=[:\s(–-])(?!-\d)/i;
const another = /\bXEP-?\d|(?:^|[\s,;])\d{3,4}(?=$|[\s,;])/i;

/** Reads XEP numbers, any number of them on a line; `#` begins a comment. What is no number is named. */
export function readList(text: string): ReadSource {
  const mentions: Mention[] = [];
  const flaws: ReadSource['flaws'][number][] = [];
  text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).forEach((whole, index) => {
    const line = index + 1;
    const words = whole.replace(/(?:^|\s)#.*$/, '').trim();
    const [start = '', single] = first.exec(words) ?? [];
    const title = words.slice(start.length);
    if (single !== undefined && /\p{L}/u.test(title) && !another.test(title)) {
      mentions.push(mention(single, line, /\bv(?:ersion\s*)?(\d+(?:\.\d+)+)/i.exec(title)?.[1] ?? ''));
      return;
    }
    for (const word of words.split(/[\s,;"'[\]()]+/).filter((one) => one !== '')) {
      const digits = (number.exec(word) ?? address.exec(word))?.[1];
      if (digits !== undefined) {
        mentions.push(mention(digits, line, ''));
      } else {
        flaws.push({ code: range.test(word) ? 'range' : 'garbage', what: word.slice(0, 80), line, column: whole.indexOf(word) + 1 });
      }
    }
  });
  return { kind: 'list', role: 'unknown', title: '', mentions, features: [], identities: [], forms: [], flaws };
}

function mention(digits: string, line: number, version: string): Mention {
  return { xep: digits.padStart(4, '0'), status: '', version, since: '', note: '', line };
}
