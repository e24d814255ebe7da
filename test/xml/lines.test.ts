// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { lineIndex } from '../../server/src/xml/index.ts';

/** Positions of every offset of a text as `line:column`. */
function positions(text: string): string {
  const index = lineIndex(text);
  return Array.from({ length: text.length + 1 }, (_, offset) => index.positionAt(offset)).map(({ line, column }) => `${line}:${column}`).join(' ');
}

suite('Lines', () => {
  const cases: readonly { readonly title: string; readonly text: string; readonly expected: string }[] = [
    { title: 'an empty text has one line', text: '', expected: '1:1' },
    { title: 'a line ends at LF', text: 'a\n\nb', expected: '1:1 1:2 2:1 3:1 3:2' },
    { title: 'CR LF ends one line, not two', text: 'a\r\nb\r\n', expected: '1:1 1:2 1:3 2:1 2:2 2:3 3:1' },
    { title: 'a lone CR ends a line', text: 'a\rb', expected: '1:1 1:2 2:1 2:2' },
    { title: 'mixed ends are counted each by its kind', text: '\r\n\n\r', expected: '1:1 1:2 2:1 3:1 4:1' },
    { title: 'columns count UTF-16 units', text: '\u{1F600}x', expected: '1:1 1:2 1:3 1:4' },
    { title: 'a byte order mark takes the first column', text: '\uFEFF<', expected: '1:1 1:2 1:3' },
  ];
  for (const { title, text, expected } of cases) {
    test(title, () => {
      assert.equal(positions(text), expected);
    });
  }

  test('an offset survives the way to its position and back', () => {
    const text = 'one\r\ntwo\nthree\r\n\r\nfour';
    const index = lineIndex(text);
    for (let offset = 0; offset <= text.length; offset++) {
      assert.equal(index.offsetAt(index.positionAt(offset)), offset);
    }
  });

  test('a position outside the text gives the nearest end', () => {
    const index = lineIndex('ab\ncd');
    assert.equal(index.lineCount, 2);
    assert.equal(index.offsetAt({ line: 9, column: 1 }), 5);
    assert.equal(index.offsetAt({ line: 0, column: 5 }), 0);
    assert.equal(index.offsetAt({ line: 1, column: 0 }), 0);
    assert.equal(index.offsetAt({ line: 2, column: 99 }), 5);
  });
});
