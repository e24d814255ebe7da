// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mappedContent, parseXml, rootElements } from '../../server/src/xml/index.ts';
import { orchard, reviewOrchard } from '../review/orchard.ts';
import { xepSource } from '../support/xepSource.ts';
import { tries } from './budget.ts';
import { soundReview } from './invariants.ts';
import { example, type Mark } from './orchardExample.ts';
import { pieces, written } from './written.ts';

suite('however an example is written', () => {
  test('every carrier is found exactly where it stands, and nothing else is', () => {
    fc.assert(fc.property(fc.array(fc.tuple(example, pieces), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '\ufeff', '\r\n', 'é😀'), (examples, before) => {
      const head = xepSource({ title: `Harvest ${before}` }).replace('</xep>\n', "<section1 topic='Use'>");
      let text = head;
      const expected: Mark[] = [];
      for (const [{ text: shown, marks }, ways] of examples) {
        text += '<example>';
        const { markup, spans } = written(shown, ways, text.length);
        text += `${markup}</example>`;
        expected.push(...marks.map(({ id, start, end }) => ({ id, start: spans[start]?.start ?? -1, end: spans[end - 1]?.end ?? -1 })));
      }
      text += '</section1></xep>';
      const found = reviewOrchard(text).carriers.filter(({ basis, baseline }) => basis === 'curated' && !baseline)
        .flatMap(({ id, occurrences }) => occurrences.map(({ offset, length }): Mark => ({ id, start: offset, end: offset + length })));
      const byPlace = (one: Mark, other: Mark): number => one.start - other.start || (one.id < other.id ? -1 : 1);
      assert.deepEqual(found.sort(byPlace), expected.sort(byPlace));
      soundReview(text, orchard);
    }), tries(80, 0.15));
  });
});

suite('a source map', () => {
  test('leads from every part of the text to where it is written, and back', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '<', '>', '&', "'", '"', ' ', '\n', ';', 'é', '😀', ']'), minLength: 1, maxLength: 60 }).filter((text) => !text.includes(']]>')), pieces, (text, ways) => {
      const { markup, spans } = written(text, ways, 3);
      const source = `<a>${markup}</a>`;
      const [root] = rootElements(parseXml(source));
      assert.ok(root);
      const map = mappedContent(source, root, new Map());
      assert.equal(map.text, text);
      for (let start = 0; start < text.length; start++) {
        const own = spans[start] ?? { start: -1, end: -1 };
        assert.deepEqual(map.toSource(start, start + 1), own);
        // A reference for a character of two units stands for its first.
        assert.equal(map.fromSource(own.start), spans.findIndex((span) => span.start === own.start));
        for (const end of [start + 2, start + 7, text.length].filter((one) => one > start && one <= text.length)) {
          assert.deepEqual(map.toSource(start, end), { start: own.start, end: spans[end - 1]?.end });
        }
      }
    }), tries(200, 0.05));
  });
});
