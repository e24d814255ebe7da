// SPDX-License-Identifier: MIT
import type { Mention, ReadSource } from './readSource.ts';

type Flaw = ReadSource['flaws'][number];

/** UTF-16 units of what is named. */
const longest = 80;
const version = /^v?(\d+(?:\.\d+)+)$/;
const number = /^(?:xep-?)?(\d{1,4})(?:\.(?:xml|html))?$/i;
const address = /\/xep-(\d{4})\.(?:html|xml|pdf)$/i;
const range = /^(?:xep-?)?\d{1,4}(?:-|–|\.\.\.?)(?:xep-?)?\d{1,4}$/i;
/** `XEP-0045: Multi-User Chat` or `* 0045 Multi-User Chat`: what follows a number is its title, unless it names another XEP. */
const first = /^(?:[-*+•]\s*)?(?:XEP-?)?(\d{1,4})(?:\.(?:xml|html))?(?=[:\s(–-])(?!-\d)/i;
const another = /\bXEP-?\d|(?:^|[\s,;])\d{3,4}(?=$|[\s,;])/i;

/** Reads XEP numbers, any number of them on a line, each perhaps with its version; `#` begins a comment. What is no number is named. */
export function readList(text: string): ReadSource {
  const mentions: Mention[] = [];
  const flaws: Flaw[] = [];
  text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).forEach((whole, index) => {
    const line = index + 1;
    const said = whole.replace(/(?:^|\s|(?<=\d))#.*$/, '');
    const words = said.trim();
    const [start = '', single] = first.exec(words) ?? [];
    const title = words.slice(start.length);
    if (single !== undefined && /\p{L}/u.test(title) && !another.test(title)) {
      mentions.push(mention(single, line, /\bv(?:ersion\s*)?(\d+(?:\.\d+)+)/i.exec(title)?.[1] ?? ''));
      return;
    }
    let before: 'mention' | 'garbage' | undefined;
    for (const { 0: word, index: at } of said.matchAll(/[^\s,;|"'[\]()]+/g)) {
      const digits = (number.exec(word) ?? address.exec(word))?.[1];
      const spoken = before === 'mention' ? version.exec(word)?.[1] : undefined;
      if (digits !== undefined) {
        mentions.push(mention(digits, line, ''));
      } else if (spoken !== undefined) {
        mentions.push({ ...mentions.pop() as Mention, version: spoken });
      } else if (range.test(word)) {
        flaws.push({ code: 'range', what: word, line, column: at + 1 });
      } else if (before === 'garbage') {
        flaws.push(longer(flaws.pop() as Flaw, word));
      } else {
        flaws.push({ code: 'garbage', what: word.slice(0, longest), line, column: at + 1 });
      }
      before = digits !== undefined ? 'mention' : spoken !== undefined || range.test(word) ? undefined : 'garbage';
    }
  });
  return { kind: 'list', role: 'unknown', title: '', mentions, features: [], identities: [], forms: [], flaws };
}

/** Words that follow each other are one remark. */
function longer(flaw: Flaw, word: string): Flaw {
  return { ...flaw, what: `${flaw.what} ${word}`.slice(0, longest) };
}

function mention(digits: string, line: number, spoken: string): Mention {
  return { xep: digits.padStart(4, '0'), status: '', version: spoken, since: '', note: '', line };
}
