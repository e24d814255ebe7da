// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { blockExample, blocking } from './blocking.ts';
import { capable, connect, folder, hosts, type Client, type Published } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
const pages = 'https://pages.example/findings/';
const linking = { ...capable, textDocument: { ...capable.textDocument, publishDiagnostics: { codeDescriptionSupport: true } } };
const linksOf = (diagnostics: readonly Diagnostic[]): (readonly unknown[])[] => diagnostics.map(({ code, codeDescription }) => [code, codeDescription?.href]);

for (const host of hosts) {
  suite(`links from codes to their pages ${host.name}`, () => {
    let client: Client;

    teardown(() => client.close());

    test('lead to the place that the client names', async () => {
      client = await connect(host, { capabilities: linking, initializationOptions: { pages } });
      client.open(uri, blocking(blockExample, ''));
      assert.deepEqual(linksOf(await client.pull(uri)), [
        ['considerations/privacy-missing', `${pages}considerations-privacy-missing.md`], ['considerations/uncovered', `${pages}considerations-uncovered.md`], ['carrier/social-graph', `${pages}carrier-social-graph.md`],
      ]);
    });

    test('are there for what is wrong in the workspace\'s own file too', async () => {
      client = await connect(host, { capabilities: linking, initializationOptions: { pages }, hostFiles: new Map([[`${folder}/.xep-gdpr.json`, '{ "ignore": 1 }']]) });
      client.open(uri, blocking());
      const { diagnostics } = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri.endsWith('.xep-gdpr.json'));
      assert.deepEqual(linksOf(diagnostics), [['workspace-file', `${pages}workspace-file.md`]]);
    });

    test('are left out for a client that cannot show them, and where no pages are', async () => {
      client = await connect(host, { initializationOptions: { pages } });
      client.open(uri, blocking());
      assert.deepEqual(linksOf(await client.pull(uri)), [['carrier/social-graph', undefined]]);
      await client.close();
      client = await connect(host, { capabilities: linking });
      client.open(uri, blocking());
      assert.deepEqual(linksOf(await client.pull(uri)), [['carrier/social-graph', undefined]]);
    });
  });
}

suite('links from codes to their pages in a process of its own', () => {
  test('lead to pages about them that come with the program', async () => {
    const root = new URL('../../', import.meta.url);
    const sample = new URL('data/samples/doorbell.xml', root);
    const child = spawn(process.execPath, [fileURLToPath(new URL('dist/server.node.cjs', root)), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin), undefined);
    const published = new Promise<PublishDiagnosticsParams>((resolve) => { connection.onNotification('textDocument/publishDiagnostics', resolve); });
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } } });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: sample.href, languageId: 'xml', version: 1, text: readFileSync(sample, 'utf8') } });
    const { diagnostics } = await published;
    assert.ok(diagnostics.length > 3);
    for (const { code, codeDescription } of diagnostics) {
      const page = new URL(codeDescription?.href ?? '');
      assert.ok(page.href.startsWith(pathToFileURL(fileURLToPath(root)).href) && existsSync(page), page.href);
      assert.match(readFileSync(page, 'utf8'), new RegExp(`^Code: \`${String(code)}\``, 'm'));
    }
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  });
});
