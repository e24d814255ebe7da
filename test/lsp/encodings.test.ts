// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { chooseEncoding, placesIn } from '../../server/src/lsp/convert.ts';
import { blockExample, blocking } from './blocking.ts';
import { capable, connect, folder, hosts } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
/** Two, three and four bytes; one, one and two UTF-16 units. */
const odd = 'é€😀';

suite('positions', () => {
  for (const [offered, chosen] of [[undefined, 'utf-16'], [['utf-8', 'utf-16'], 'utf-8'], [['utf-32'], 'utf-32'], [['ebcdic', 'utf-16'], 'utf-16'], [['ebcdic'], 'utf-16'], [[], 'utf-16']] as const) {
    test(`are in ${chosen} for a client that offers ${offered?.join(', ') ?? 'nothing'}`, () => {
      assert.equal(chooseEncoding(offered), chosen);
    });
  }

  for (const [encoding, width] of [['utf-16', 4], ['utf-8', 9], ['utf-32', 3]] as const) {
    test(`go to offsets and back in ${encoding}`, () => {
      const text = `a\r\n${odd}x\n\n😀`;
      const places = placesIn(text, encoding);
      assert.deepEqual(places.position(7), { line: 1, character: width });
      for (const offset of [0, 1, 3, 4, 5, 7, 8, 9, 10, 12]) {
        assert.equal(places.offset(places.position(offset)), offset);
      }
      assert.equal(places.offset({ line: 1, character: 99 }), 8, 'past the line');
      assert.equal(places.offset({ line: 99, character: 0 }), text.length, 'past the text');
    });
  }
});

for (const host of hosts) {
  suite(`encodings ${host.name}`, () => {
    for (const [encoding, width] of [['utf-16', 4], ['utf-8', 9], ['utf-32', 3]] as const) {
      test(`${encoding} holds for diagnostics and edits`, async () => {
        const client = await connect(host, { capabilities: { ...capable, general: { positionEncodings: [encoding] } } });
        assert.equal(client.initialized.capabilities.positionEncoding, encoding);
        client.open(uri, blocking(blockExample.replace("<item jid='romeo", `${odd}<item jid='romeo`)));
        const first = async (): Promise<object | undefined> => (await client.pull(uri)).find(({ code }) => code === 'carrier/social-graph')?.range.start;
        assert.deepEqual(await first(), { line: 14, character: 10 + width });
        client.change(uri, 2, { range: { start: { line: 14, character: 4 }, end: { line: 14, character: 4 + width } }, text: '' });
        assert.deepEqual(await first(), { line: 14, character: 10 });
        await client.close();
      });
    }
  });
}
