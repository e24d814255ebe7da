// SPDX-License-Identifier: MIT

/** Words that would begin a list or heading if they stood first on a line of Markdown. */
const opener = /^(?:[-+*=#>~]+|\d+[.)])$/;

/** Folds a text between words into lines of at most `width` units, where words allow; every line but the first begins with `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width && !opener.test(word)) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
