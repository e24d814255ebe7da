// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder } from '../support/corpus.ts';
import { blocking } from './blocking.ts';
import { connect, folder, hosts, positionOf, pushed, shown, type Client, type Published } from './client.ts';

const uri = `${folder}/xep-0191.xml`;

for (const host of hosts) {
  suite(`edits ${host.name}`, () => {
    let client: Client;

    teardown(() => client.close());

    test('that come while a review waits make one review, of the last version', async () => {
      client = await connect(host, { capabilities: pushed });
      const text = blocking();
      client.open(uri, text);
      for (let version = 2; version <= 20; version++) {
        client.change(uri, version, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
      }
      const last = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.version === 20);
      assert.match(shown(last.diagnostics)[0] ?? '', /^34:11 /);
      const versions = client.received('textDocument/publishDiagnostics').map((params) => (params as Published).version ?? 0);
      assert.deepEqual(versions, [...versions].sort((one, other) => one - other), 'an old version came after a newer one');
      assert.ok(versions.length < 20, `${versions.length} reviews for 20 versions`);
    });

    test('never leave an answer for a version that is gone', async () => {
      client = await connect(host);
      client.open(uri, blocking());
      const early = client.pull(uri);
      client.change(uri, 2, { text: blocking('<presence/>') });
      const late = client.pull(uri);
      assert.deepEqual(await late, []);
      // Either the old state, asked for and answered before the edit, or the new one.
      assert.ok([0, 1].includes((await early).length));
      assert.deepEqual(await client.pull(uri), []);
    });

    test('of several places in one change are applied in order', async () => {
      client = await connect(host);
      const text = blocking();
      client.open(uri, text);
      const at = positionOf(text, "jid='romeo", 0);
      client.change(uri, 2,
        { range: { start: at, end: { line: at.line, character: at.character + 3 } }, text: 'name' },
        { range: { start: { line: at.line, character: at.character + 4 }, end: { line: at.line, character: at.character + 5 } }, text: ' = ' });
      const [first] = (await client.pull(uri)).filter(({ data }) => (data as { readonly carrierId?: string } | undefined)?.carrierId === 'urn:xmpp:blocking item@jid');
      assert.deepEqual(first?.range.start, positionOf(text, "jid='iago", 0));
    });

    test('that leave half a tag lose no findings elsewhere', async () => {
      client = await connect(host);
      const text = blocking();
      client.open(uri, text);
      const before = shown(await client.pull(uri));
      for (const [version, half] of ['<', '<it', '<item j', "<item jid='", "<item jid='ro", '</', '&', '<!--'].entries()) {
        const edited = text.replace('</section2>', `${half}\n</section2>`);
        client.change(uri, version + 2, { text: edited });
        assert.deepEqual(shown(await client.pull(uri)).filter((line) => line.includes('carrier/')), before, half);
      }
    });

    test('cancel the request that they make needless', async () => {
      client = await connect(host);
      client.open(uri, blocking());
      const pending = client.request('textDocument/diagnostic', { textDocument: { uri } });
      client.notify('$/cancelRequest', { id: pending.id });
      await assert.rejects(pending, { code: -32800 });
    });

    test('in the largest specification of chat rooms never double a diagnostic', async function () {
      const corpus = corpusFolder();
      client = await connect(host);
      if (corpus === undefined) {
        this.skip();
      }
      const muc = `${folder}/xep-0045.xml`;
      let text = readFileSync(join(corpus, 'xep-0045.xml'), 'utf8');
      client.open(muc, text);
      const usual = new Set((await client.pull(muc)).map(({ data }) => (data as { carrierId?: string } | undefined)?.carrierId));
      const at = text.indexOf('<item', text.length / 2);
      const start = positionOf(text.slice(0, at + 1), text.slice(at - 40, at + 1), 40);
      for (const [index, key] of [..."<item jid='hag66@shakespeare.lit' nick='thirdwitch'/>"].entries()) {
        const place = { line: start.line, character: start.character + index };
        client.change(muc, index + 2, { range: { start: place, end: place }, text: key });
        text = text.slice(0, at + index) + key + text.slice(at + index);
        const carriers = (await client.pull(muc)).flatMap(({ data }) => (data as { carrierId?: string } | undefined)?.carrierId ?? []);
        assert.deepEqual([...new Set(carriers)], carriers, `twice after ${index + 1} keys`);
        assert.ok(carriers.length >= usual.size - 4, `only ${carriers.length} of ${usual.size} carriers after ${index + 1} keys`);
      }
    });
  });
}
