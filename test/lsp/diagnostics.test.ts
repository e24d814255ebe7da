// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { blockExample, blocking } from './blocking.ts';
import { capable, connect, folder, hosts, pushed, shown, type Client, type Published } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
const carrier = '15:11 information carrier/social-graph May carry social graph (item@jid), medium: seen by own server, own devices; 2 places.';

for (const host of hosts) {
  suite(`diagnostics ${host.name}`, () => {
    let client: Client;

    teardown(() => client.close());

    const published = (version?: number): Promise<Published> => client.next('textDocument/publishDiagnostics', (params: Published) => params.uri === uri && (version === undefined || params.version === version));

    test('are answered to a client that asks', async () => {
      client = await connect(host);
      client.open(uri, blocking());
      assert.deepEqual(shown(await client.pull(uri)), [carrier]);
    });

    test('are sent with their version to a client that does not ask', async () => {
      client = await connect(host, { capabilities: pushed });
      client.open(uri, blocking());
      const { version, diagnostics } = await published();
      assert.equal(version, 1);
      assert.deepEqual(shown(diagnostics), [carrier]);
    });

    test('name a carrier once, with its other places beside', async () => {
      client = await connect(host);
      const items = Array.from({ length: 30 }, (_, index) => `<item jid='guest${index}@montague.lit'/>`).join('\n');
      client.open(uri, blocking(blockExample.replace(/<item jid='romeo[^>]*>/, items)));
      const [first, ...others] = await client.pull(uri);
      assert.match(shown(first ? [first] : [])[0] ?? '', /; 31 places\.$/);
      assert.equal(first?.relatedInformation?.length, 3);
      assert.deepEqual(others, []);
    });

    test('leave out further places for a client that cannot show them', async () => {
      client = await connect(host, { capabilities: { textDocument: { diagnostic: {} } } });
      client.open(uri, blocking());
      assert.deepEqual((await client.pull(uri)).map(({ relatedInformation }) => relatedInformation), [undefined]);
    });

    for (const [what, settings, codes] of [
      ['by default carriers and problems', {}, ['considerations/privacy-missing', 'considerations/uncovered', 'carrier/social-graph']],
      ['with addressing also whom stanzas go to', { addressing: true }, ['considerations/privacy-missing', 'considerations/uncovered', 'carrier/jid', 'carrier/social-graph']],
      ['with decorations only problems', { show: 'decorations' }, ['considerations/privacy-missing', 'considerations/uncovered']],
      ['switched off nothing', { show: 'off' }, []],
      ['with a setting that nobody knows the default', { show: 'loudly' }, ['considerations/privacy-missing', 'considerations/uncovered', 'carrier/social-graph']],
    ] as const) {
      test(`show ${what}`, async () => {
        client = await connect(host, { settings });
        client.open(uri, blocking(blockExample, ''));
        assert.deepEqual((await client.pull(uri)).map(({ code }) => code), codes);
      });
    }

    test('follow a change of the settings', async () => {
      client = await connect(host, { capabilities: pushed });
      client.open(uri, blocking());
      await published();
      client.settings.value = { show: 'off' };
      client.notify('workspace/didChangeConfiguration', { settings: null });
      const { diagnostics } = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.diagnostics.length === 0);
      assert.deepEqual(diagnostics, []);
    });

    test('are said to be unchanged where they are', async () => {
      client = await connect(host);
      client.open(uri, blocking());
      const { resultId } = await client.request<{ resultId: string }>('textDocument/diagnostic', { textDocument: { uri } });
      const again = await client.request<{ kind: string }>('textDocument/diagnostic', { textDocument: { uri }, previousResultId: resultId });
      assert.equal(again.kind, 'unchanged');
      client.change(uri, 2, { text: blocking('<presence/>') });
      const changed = await client.request<{ kind: string }>('textDocument/diagnostic', { textDocument: { uri }, previousResultId: resultId });
      assert.equal(changed.kind, 'full');
    });

    for (const [what, other, text, languageId] of [
      ['a document without <xep>', `${folder}/notes.xml`, '<notes><item jid="a@b.example"/></notes>', 'xml'],
      ['a file of another language', `${folder}/xep.md`, blocking(), 'markdown'],
      ['the old side of a comparison', 'git:/xeps/xep-0191.xml?ref', blocking(), 'xml'],
    ] as const) {
      test(`are empty for ${what}`, async () => {
        client = await connect(host);
        client.open(other, text, languageId);
        assert.deepEqual(await client.pull(other), []);
      });
    }

    test('go away when the document is closed', async () => {
      client = await connect(host, { capabilities: pushed });
      client.open(uri, blocking());
      await published(1);
      client.notify('textDocument/didClose', { textDocument: { uri } });
      const { diagnostics } = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.diagnostics.length === 0);
      assert.deepEqual(diagnostics, []);
    });

    test('come back with a server that starts anew', async () => {
      client = await connect(host, { capabilities: capable });
      client.open(uri, blocking());
      const before = await client.pull(uri);
      await client.close();
      client = await connect(host, { capabilities: capable });
      client.open(uri, blocking());
      assert.deepEqual(await client.pull(uri), before);
    });
  });
}
