// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { PanelCarriersResult, PanelResult, ExplainResult, ReviewedParams, ReviewSummary, ReviewWorkspaceResult, TableResult, UpdateTableResult } from '../../server/src/lsp/protocol.ts';
import { nodeFiles } from '../../server/src/lsp/nodeFiles.ts';
import { xepSource } from '../support/xepSource.ts';
import { blocking } from './blocking.ts';
import { connect, folder, hosts, pushed, shown, streams, type Client, type Published } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
const kettle = `${folder}/inbox/kettle.xml`;
const notes = `${folder}/notes.xml`;
const ents = `${folder}/xep.ent`;
const own = `${folder}/.xep-gdpr.json`;
const created = 1, changed = 2, deleted = 3;

const workspace = (): Map<string, string> => new Map([[uri, blocking()], [kettle, xepSource()], [notes, '<notes/>'], [`${folder}/xep-template.xml`, xepSource()]]);
const withSummaries = { initializationOptions: { summaries: true } };

for (const host of hosts) {
  suite(`a workspace ${host.name}`, () => {
    let client: Client;
    let hostFiles: Map<string, string>;

    const connected = async (options: Parameters<typeof connect>[1] = {}): Promise<void> => {
      hostFiles = workspace();
      client = await connect(host, { hostFiles, ...withSummaries, ...options });
    };
    const reviewed = async (passes: (review: ReviewSummary) => boolean): Promise<ReviewSummary | undefined> => {
      const { reviews } = await client.next<ReviewedParams>('xepGdpr/reviewed', (params) => params.reviews.some(passes));
      return reviews.find(passes);
    };
    const removed = (gone: string): Promise<ReviewedParams> => client.next('xepGdpr/reviewed', (params) => params.removed.includes(gone));
    const review = (params: object = {}): Promise<ReviewWorkspaceResult> => client.request('xepGdpr/reviewWorkspace', params);
    const watch = (...changes: readonly [string, number][]): void => client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(([one, type]) => ({ uri: one, type })) });

    teardown(() => client.close());

    test('is not read before somebody asks', async () => {
      await connected();
      client.open(kettle, xepSource());
      await client.pull(kettle);
      assert.deepEqual(client.received('xepGdpr/findFiles'), []);
      assert.ok(!client.received('xepGdpr/readFile').some((params) => (params as { uri: string }).uri === uri));
    });

    test('is reviewed whole, with progress', async () => {
      await connected();
      assert.deepEqual(await review({ workDoneToken: 'token' }), { reviewed: 2, cancelled: false, unreadable: [] });
      const progress = client.received('$/progress').map((params) => (params as { value: { kind: string } }).value.kind);
      assert.deepEqual([progress[0], progress.at(-1)], ['begin', 'end']);
      const summary = await reviewed((one) => one.uri === uri);
      assert.deepEqual([summary?.name, summary?.level, summary?.categories, summary?.privacy, summary?.carriers.find(({ baseline }) => !baseline)?.count], ['XEP-0191', 'medium', ['social-graph'], 'present', 2]);
    });

    test('is reviewed as far as it can be read', async () => {
      await connected();
      hostFiles.set(uri, undefined as unknown as string);
      assert.deepEqual(await review(), { reviewed: 1, cancelled: false, unreadable: [{ uri, reason: 'cannot be read as text' }] });
    });

    test('answers other requests while it is reviewed, and stops when told', async () => {
      await connected();
      for (let index = 0; index < 3000; index++) {
        hostFiles.set(`${folder}/inbox/many-${index}.xml`, blocking());
      }
      client.open(uri, blocking());
      await client.pull(uri);
      const pending = client.request<ReviewWorkspaceResult>('xepGdpr/reviewWorkspace', {});
      await client.next('xepGdpr/reviewed', ({ reviews }: ReviewedParams) => reviews.length > 10);
      assert.equal((await client.pull(uri)).length, 1);
      client.notify('$/cancelRequest', { id: pending.id });
      const result = await pending;
      assert.equal(result.cancelled, true);
      assert.ok(result.reviewed > 0 && result.reviewed < 3000, `${result.reviewed}`);
    });

    test('counts an open document as it is in the editor', async () => {
      await connected();
      client.open(uri, blocking('<presence/>'));
      await review();
      const summary = await reviewed((one) => one.uri === uri);
      assert.deepEqual(summary?.carriers, []);
    });

    test('keeps the findings of a document that is closed, as its file has them', async () => {
      await connected();
      client.open(uri, blocking('<presence/>'));
      await review();
      await reviewed((one) => one.uri === uri && one.carriers.length === 0);
      client.notify('textDocument/didClose', { textDocument: { uri } });
      assert.equal((await reviewed((one) => one.uri === uri && one.carriers.length > 0))?.name, 'XEP-0191');
    });

    test('forgets a closed document that nobody asked to review', async () => {
      await connected();
      client.open(uri, blocking());
      await reviewed((one) => one.uri === uri);
      client.notify('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual((await removed(uri)).reviews, []);
    });

    test('follows files that come, change and go', async () => {
      await connected();
      await review();
      hostFiles.set(`${folder}/xep-0500.xml`, xepSource({ number: '0500', title: 'New' }));
      watch([`${folder}/xep-0500.xml`, created]);
      assert.equal((await reviewed((one) => one.number === '0500'))?.title, 'New');
      hostFiles.set(uri, blocking('<presence/>'));
      watch([uri, changed]);
      await reviewed((one) => one.uri === uri && one.carriers.length === 0);
      hostFiles.delete(uri);
      watch([uri, deleted]);
      await removed(uri);
      assert.doesNotMatch((await client.request<TableResult>('xepGdpr/table', { format: 'markdown' })).text, /XEP-0191/);
    });

    test('forgets what lies in a folder that has left, and what is told of it later', async () => {
      await connected({ capabilities: { ...pushed, workspace: { ...pushed.workspace, workspaceFolders: true } }, lists: (one) => client.folders.value.some((its) => one.startsWith(`${its}/`)) });
      hostFiles.set(own, '{ "ignore": [');
      await review();
      await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri === own && params.diagnostics.length > 0);
      client.folders.value = [`${folder}/inbox`];
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
      await removed(uri);
      const since = client.received('xepGdpr/reviewed').length;
      hostFiles.set(`${folder}/xep-0500.xml`, xepSource({ number: '0500', title: 'Late' }));
      hostFiles.set(`${folder}/inbox/pot.xml`, xepSource({ title: 'Pot' }));
      watch([`${folder}/xep-0500.xml`, created], [`${folder}/inbox/pot.xml`, created]);
      await reviewed((one) => one.title === 'Pot');
      assert.ok(!(client.received('xepGdpr/reviewed').slice(since) as readonly ReviewedParams[]).some(({ reviews }) => reviews.some(({ title }) => title === 'Late')));
      assert.deepEqual((client.received('textDocument/publishDiagnostics') as readonly Published[]).findLast((params) => params.uri === own)?.diagnostics, []);
    });

    test('follows a folder that is renamed, with the files in it', async () => {
      await connected();
      await review();
      const moved = kettle.replace('inbox', 'outbox');
      hostFiles.delete(kettle);
      hostFiles.set(moved, xepSource());
      client.notify('workspace/didRenameFiles', { files: [{ oldUri: `${folder}/inbox`, newUri: `${folder}/outbox` }] });
      await removed(kettle);
      await reviewed((one) => one.uri === moved);
    });

    test('follows folders that come and go without a word of the files in them', async () => {
      await connected();
      await review();
      const added = `${folder}/more/teapot.xml`;
      hostFiles.set(added, xepSource());
      watch([`${folder}/more`, created]);
      await reviewed((one) => one.uri === added);
      hostFiles.delete(kettle);
      watch([`${folder}/inbox`, deleted]);
      await removed(kettle);
    });

    test('asks to be told of its files and of its settings', async () => {
      await connected();
      await client.next('client/registerCapability', ({ registrations }: { readonly registrations: readonly { readonly method: string }[] }) => registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
      await client.next('client/registerCapability', ({ registrations }: { readonly registrations: readonly { readonly method: string }[] }) => registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'));
    });

    test('tells a client with a tree the diagnostics of open documents only', async () => {
      await connected();
      assert.deepEqual(client.initialized.capabilities.diagnosticProvider, { identifier: 'xep-gdpr', interFileDependencies: false, workspaceDiagnostics: false });
      await review();
      await assert.rejects(client.request('workspace/diagnostic', { previousResultIds: [] }), { code: -32601 });
    });

    test('is reviewed by its diagnostics for a client without a tree, in parts if it likes', async () => {
      await connected({ initializationOptions: { summaries: false } });
      await client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'part' });
      const items = client.received('$/progress').flatMap((params) => (params as { value: { items?: WorkspaceDocumentDiagnosticReport[] } }).value.items ?? []);
      assert.deepEqual(items.map((item) => item.uri).sort(), [kettle, uri]);
      assert.deepEqual(items.flatMap((item) => (item.kind === 'full' ? item.items.map(({ code }) => code) : [])), ['carrier/social-graph']);
      const again = await client.request<{ items: WorkspaceDocumentDiagnosticReport[] }>('workspace/diagnostic', { previousResultIds: items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' })) });
      assert.deepEqual(again.items.map(({ kind }) => kind), ['unchanged', 'unchanged']);
    });

    for (const [format, languageId, row] of [['markdown', 'markdown', /^\| XEP-0191: Blocking Command \|/m], ['xep', 'xml', /^ {2}<tr><td>&xep0191;<\/td>/m], ['mediawiki', 'wikitext', /XEP-0191/], ['csv', 'csv', /^XEP-0191,/m], ['html', 'html', /XEP-0191/], ['json', 'json', /"number":\s*"0191"/]] as const) {
      test(`gives its table as ${format}`, async () => {
        await connected();
        await review();
        const table = await client.request<TableResult>('xepGdpr/table', { format });
        assert.equal(table.languageId, languageId);
        assert.match(table.text, row);
      });
    }

    test('gives the rows of the documents that are asked for, reviewed or not', async () => {
      await connected();
      const { text } = await client.request<TableResult>('xepGdpr/table', { format: 'markdown', uris: [uri] });
      assert.deepEqual(text.trim().split('\n').slice(2).map((line) => line.slice(0, 12)), ['| XEP-0191: ']);
    });

    test('gives its table as a page whose policy allows the script and style that are in it', async () => {
      await connected();
      await review();
      const { text } = await client.request<TableResult>('xepGdpr/table', { format: 'html' });
      const [, style, script] = /<style>(.*?)<\/style>.*<script>(.*?)<\/script>/s.exec(text) ?? [];
      const sum = (part = ''): string => createHash('sha256').update(part).digest('base64');
      assert.ok((script ?? '').length > 10_000);
      assert.ok(text.includes(`script-src 'sha256-${sum(script)}'; style-src 'sha256-${sum(style)}'`));
    });

    test('tells the relevance panel of the documents that it asks for, and the carriers of one', async () => {
      await connected();
      await review();
      const { head, documents } = await client.request<PanelResult>('xepGdpr/panel', { uris: [uri, `${folder}/gone.xml`] });
      assert.deepEqual(documents.map(({ id, number, level }) => [id, number, level]), [[uri, '0191', 'medium']]);
      assert.ok(documents[0]?.cells.every(({ category }) => head.categories.some(({ id }) => id === category)));
      assert.ok(documents[0]?.codes.every((code) => head.codes[code] !== undefined));
      const { carriers } = await client.request<PanelCarriersResult>('xepGdpr/panelCarriers', { uri });
      assert.deepEqual(carriers.filter(({ brought }) => brought).map(({ id }) => id), documents[0]?.brings);
      assert.deepEqual(await client.request('xepGdpr/panelCarriers', { uri: `${folder}/gone.xml` }), { carriers: [] });
    });

    test('puts its rows into a table of an open document', async () => {
      await connected();
      const table = '<section1 topic="XEPs covered"><table><tr><th>XEP</th><th>Relevance</th></tr>\n<tr><td>old</td><td>old</td></tr>\n</table></section1>';
      client.open(kettle, xepSource({ body: table }));
      const update = (target: string): Promise<UpdateTableResult> => client.request('xepGdpr/updateTable', { uri: target });
      assert.match((await update(uri)).error ?? '', /not open/);
      assert.match((await update(kettle)).error ?? '', /review the workspace first/);
      await review();
      const { edits } = await update(kettle);
      assert.equal(edits.length, 1);
      assert.match(edits[0]?.newText ?? '', /&xep0191;.*Medium/);
      client.open(uri, blocking());
      assert.match((await update(uri)).error ?? '', /has no table/);
    });

    test('explains a carrier of a document that is not open', async () => {
      await connected();
      const { markdown } = await client.request<ExplainResult>('xepGdpr/explain', { uri, carrierId: 'urn:xmpp:blocking item@jid' });
      assert.match(markdown, /^\*\*JID\*\* of a contact/);
      assert.equal((await client.request<ExplainResult>('xepGdpr/explain', { uri, carrierId: 'none' })).markdown, '');
    });

    test('lends its entities to the documents below', async () => {
      await connected();
      hostFiles.set(ents, "<!ENTITY block 'urn:xmpp:blocking'>");
      const nested = `${folder}/inbox/deep.xml`;
      client.open(nested, blocking("<block xmlns=']]>&block;<![CDATA['><item jid='a@b.example'/></block>").replace('0191', 'xxxx'));
      const isInferred = async (): Promise<boolean> => / inferred: /.test(shown(await client.pull(nested)).join('\n').replaceAll(',', ''));
      assert.equal(await isInferred(), false);
      hostFiles.set(ents, "<!ENTITY block 'urn:example:else'>");
      watch([ents, changed]);
      await client.next('workspace/diagnostic/refresh');
      assert.equal(await isInferred(), true);
    });

    test('has its own file obeyed, in the editor and in the tree', async () => {
      await connected();
      hostFiles.set(own, JSON.stringify({ ignore: [{ document: 'xep-0191', carrier: 'urn:xmpp:blocking item@jid', reason: 'known' }], overrides: [{ document: 'xep-0191', level: 'low', reason: 'we say so' }] }));
      client.open(uri, blocking());
      assert.deepEqual(await client.pull(uri), []);
      const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.match(lens?.command?.title ?? '', /^GDPR relevance: Low/);
      assert.equal((await reviewed((one) => one.uri === uri))?.carriers.find(({ id }) => id.startsWith('urn:xmpp:blocking'))?.ignored, 'known');
      hostFiles.delete(own);
      watch([own, deleted]);
      await client.next('workspace/diagnostic/refresh');
      assert.equal((await client.pull(uri)).length, 1);
    });

    test('is told at its line what is wrong in its own file, and the rest works', async () => {
      await connected({ capabilities: pushed });
      hostFiles.set(own, '{\n  "ignore": [\n    { "document": "xep-0191" }\n  ]\n}\n');
      client.open(uri, blocking());
      const { diagnostics } = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri === own);
      assert.ok(diagnostics.length > 0 && diagnostics.every(({ range, severity }) => range.start.line === 2 && severity === 1), shown(diagnostics).join('\n'));
      const about = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri === uri);
      assert.equal(about.diagnostics.length, 1);
      hostFiles.set(own, '{}');
      watch([own, changed]);
      await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri === own && params.diagnostics.length === 0);
    });
  });
}

suite('a workspace on disk', () => {
  let root: string;

  setup(() => {
    root = mkdtempSync(join(tmpdir(), 'xep-gdpr-'));
    mkdirSync(join(root, 'inbox'));
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'xep-0191.xml'), blocking());
    writeFileSync(join(root, 'inbox', 'with bom.xml'), `\uFEFF${blocking()}`);
    writeFileSync(join(root, 'inbox', 'latin.xml'), Buffer.from([0x3c, 0x78, 0x65, 0x70, 0x3e, 0xe4]));
    writeFileSync(join(root, 'node_modules', 'package.xml'), blocking());
    symlinkSync(join(root, 'xep-0191.xml'), join(root, 'inbox', 'link.xml'));
  });

  teardown(() => rmSync(root, { recursive: true }));

  test('is read by the server itself for a client that does not', async () => {
    const client = await connect(streams, { ownFiles: nodeFiles, folders: [pathToFileURL(root).href] });
    const { reviewed, unreadable } = await client.request<ReviewWorkspaceResult>('xepGdpr/reviewWorkspace', {});
    assert.deepEqual([reviewed, unreadable.map(({ uri: one }) => one.split('/').at(-1))], [2, ['latin.xml']]);
    await client.close();
  });

  test('is read by the server itself where its client finds the files', async () => {
    const sources = ['xep-0191.xml', 'inbox/with bom.xml'].map((name): [string, string] => [pathToFileURL(join(root, name)).href, '']);
    const client = await connect(streams, { ownFiles: nodeFiles, hostFiles: new Map(sources), folders: [pathToFileURL(root).href], ...withSummaries });
    assert.equal((await client.request<ReviewWorkspaceResult>('xepGdpr/reviewWorkspace', {})).reviewed, 2);
    assert.deepEqual(client.received('xepGdpr/readFile'), []);
    await client.close();
  });

  test('gives texts without a byte order mark', async () => {
    assert.equal(await nodeFiles.read(pathToFileURL(join(root, 'inbox', 'with bom.xml')).href), blocking());
    assert.equal(await nodeFiles.read('untitled:one'), null);
  });
});
