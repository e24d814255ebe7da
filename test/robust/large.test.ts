// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { inFolder, run } from '../cli/run.ts';
import { xepSource } from '../support/xepSource.ts';
import { long } from './budget.ts';

const size = long ? 50_000_000 : 500_000;
const filled = (piece: string, after = ''): string => xepSource().replace('</xep>', piece.repeat(Math.floor(size / piece.length)) + after);
const example = "<section1 topic='Protocol'><p>The server sees it.</p><example><![CDATA[<iq from='a@b.lit'><block xmlns='urn:xmpp:blocking'><item jid='romeo@montague.lit'/></block></iq>]]></example></section1>\n";

const files: Readonly<Record<string, { readonly content: string | Buffer; readonly says?: RegExp }>> = {
  'sections.xml': { content: filled(example, '</xep>') },
  'lost.xml': { content: filled(example.replace(']]>', ''), '</xep>') },
  'open.xml': { content: filled('<p>') },
  'words.xml': { content: filled('word ', '</xep>') },
  'angles.xml': { content: filled('<', '</xep>') },
  'xep-0042.xml': { content: Buffer.alloc(size, 'kettle\0'), says: /xep-0042\.xml: is not text/ },
  'xep-0043.xml': { content: Buffer.from(Array.from({ length: 1 << 16 }, (_unused, index) => (index * 7919) % 256)), says: /xep-0043\.xml: is not text/ },
};

suite('a very large file', () => {
  for (const [name, { content, says }] of Object.entries(files).filter(([name]) => long || /^(?:lost|open|xep-0042)\b/.test(name))) {
    test(`is reviewed, or named with the reason: ${name}`, () => {
      inFolder({ [name]: content }, (folder) => {
        const { status, stdout, stderr } = run(folder, 'table', '--jobs', '1', name);
        if (says) {
          assert.equal(status, 2, stderr);
          assert.match(stderr, says);
        } else {
          assert.equal(status, 0, stderr);
          assert.match(stdout, /Kettle/);
        }
      });
    });
  }
});
