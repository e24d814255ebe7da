// SPDX-License-Identifier: MIT

/** Fixed work of the kinds that reviews do: scanning text, cutting it, counting words in a map, sorting, making records. Must never change: what is kept is measured in it. */
export function calibrate(): number {
  const words = new Map<string, { count: number; readonly first: number }>();
  let text = '';
  for (let line = 0; line < 400; line++) {
    text += `<item name='n${line % 37}' value="${line * 7919 % 1009}"> word${line % 61} and other words, ${line} of them </item>\n`;
  }
  for (let round = 0; round < 12; round++) {
    let start = -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
      if (isLetter && start < 0) {
        start = at;
      } else if (!isLetter && start >= 0) {
        const word = text.slice(start, at);
        const known = words.get(word);
        if (known) {
          known.count++;
        } else {
          words.set(word, { count: 1, first: start });
        }
        start = -1;
      }
    }
  }
  return [...words].sort(([one, { count }], [other, { count: others }]) => others - count || (one < other ? -1 : 1)).reduce((sum, [word, { count, first }]) => sum + word.length * count + first, 0);
}
