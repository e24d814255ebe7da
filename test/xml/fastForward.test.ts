// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { Tokenizer } from 'htmlparser2';
import { parseXml } from '../../server/src/xml/index.ts';

suite('searching with the engine', () => {
  test('replaces a method that this version of the tokenizer has', () => {
    assert.equal(typeof Reflect.get(Tokenizer.prototype, 'fastForwardTo'), 'function');
  });

  const texts = ['', '<', 'x', '<a', '<a>', '<a b="', '<!--', '<!-- -', '<![CDATA[', '<![CDATA[]', '<![CDATA[]]', '<a><![CDATA[x]]]></a>', '<a><!-- - -- --></a>', '<?p', '<?p ?><a/>', `${'x'.repeat(5000)}<a>${'y'.repeat(5000)}`];
  for (const text of texts) {
    test(`reads ${JSON.stringify(text.slice(0, 40))} from any offset to its end`, () => {
      for (const before of ['', 'abc', '\uFEFF']) {
        const tree = parseXml(before + text, { from: before.length, fragment: true });
        const alone = parseXml(text, { fragment: true });
        assert.deepEqual(tree.nodes.map(({ kind, start, end }) => [kind, start - before.length, end - before.length]), alone.nodes.map(({ kind, start, end }) => [kind, start, end]));
        assert.equal(tree.nodes.at(-1)?.end ?? before.length, before.length + text.length);
      }
    });
  }
});
