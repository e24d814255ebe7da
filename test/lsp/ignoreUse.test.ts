// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { xepSource } from '../support/xepSource.ts';
import { blocking } from './blocking.ts';
import { capable, connect, folder, hosts, shown, type Client, type Published } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
const kettle = `${folder}/inbox/kettle.xml`;
const own = `${folder}/.xep-gdpr.json`;
const carrier = 'urn:xmpp:blocking item@jid';
const changed = 2, deleted = 3;

for (const host of hosts) {
  suite(`entries of the workspace's own file ${host.name}`, () => {
    let client: Client;
    let hostFiles: Map<string, string>;

    teardown(() => client.close());

    const connected = async (...ignores: readonly object[]): Promise<void> => {
      hostFiles = new Map([[uri, blocking()], [kettle, xepSource()]]);
      write(...ignores);
      client = await connect(host, { hostFiles, initializationOptions: { summaries: true }, capabilities: { ...capable, textDocument: { ...capable.textDocument, publishDiagnostics: { tagSupport: { valueSet: [1] } } } } });
    };
    const write = (...ignores: readonly object[]): void => {
      hostFiles.set(own, `{ "ignore": [\n${ignores.map((ignore) => JSON.stringify({ reason: 'A test.', ...ignore })).join(',\n')}\n] }`);
    };
    const watch = (one: string, type: number): void => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: one, type }] });
    /** What stands in the file: line and code. */
    const said = async (...expected: readonly string[]): Promise<readonly Diagnostic[]> => {
      const lines = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ range, code }) => `${range.start.line + 1} ${code ?? ''}`);
      const { diagnostics } = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri === own && JSON.stringify(lines(params.diagnostics)) === JSON.stringify(expected));
      return diagnostics;
    };
    const neverSaid = (code: string): void => {
      const all = client.received('textDocument/publishDiagnostics').flatMap((params) => (params as Published).diagnostics);
      assert.deepEqual(shown(all.filter((one) => one.code === code)), []);
    };

    test('are named at once when their last day is over', async () => {
      await connected({ document: 'xep-0191', carrier, until: '2020-01-01' }, { document: 'kettle', code: 'carrier/jid' });
      client.open(uri, blocking());
      const [expired] = await said('2 ignore/expired');
      assert.deepEqual([expired?.severity, expired?.tags, expired?.range.end.line], [3, [1], 1]);
      assert.equal((await client.pull(uri)).length, 1);
    });

    test('about an open document are named at once when they meet nothing', async () => {
      await connected({ document: 'xep-0191', carrier }, { document: 'XEP-0191.xml', code: 'example/real-address' }, { document: 'kettle', code: 'example/real-address' }, { document: '*', code: 'example/real-address' });
      client.open(uri, blocking());
      const [unused] = await said('3 ignore/unused');
      assert.match(String(unused?.message), /^Ignores nothing any more: XEP-0191\.xml has no finding example\/real-address\.$/);
    });

    test('follow edits of the open document', async () => {
      await connected({ document: 'xep-0191', carrier });
      client.open(uri, blocking());
      await client.pull(uri);
      neverSaid('ignore/unused');
      client.change(uri, 2, { text: blocking('<presence/>') });
      await said('2 ignore/unused');
      client.change(uri, 3, { text: blocking() });
      await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri === own && params.diagnostics.length === 0);
    });

    test('about closed documents are named once the workspace was reviewed, and not before', async () => {
      await connected({ document: 'kettle', code: 'carrier/jid' }, { document: 'gone', code: 'carrier/jid' }, { document: 'xep-0191', carrier }, { document: '*', code: 'source/namespace' });
      client.open(uri, blocking());
      await client.pull(uri);
      neverSaid('ignore/unused');
      await client.request('xepGdpr/reviewWorkspace', {});
      await said('2 ignore/unused', '3 ignore/unused', '5 ignore/unused');
    });

    test('are judged anew when the file or a document changes', async () => {
      await connected({ document: 'kettle', code: 'carrier/jid' });
      await client.request('xepGdpr/reviewWorkspace', {});
      await said('2 ignore/unused');
      write({ document: 'xep-0191', carrier }, { document: 'kettle', code: 'carrier/jid' });
      watch(own, changed);
      await said('3 ignore/unused');
      hostFiles.delete(uri);
      watch(uri, deleted);
      await said('2 ignore/unused', '3 ignore/unused');
    });

    test('go with their file', async () => {
      await connected({ document: 'xep-0191', carrier, until: '2020-01-01' });
      client.open(uri, blocking());
      await said('2 ignore/expired');
      hostFiles.delete(own);
      watch(own, deleted);
      await said();
    });
  });
}
