// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, TextDocumentEdit } from 'vscode-languageserver/node';
import type { CompareResult, PrivacySectionResult, TriageResult, VerdictSourceResult } from '../../server/src/lsp/protocol.ts';
import { xepSource } from '../support/xepSource.ts';
import { blockExample, blocking, privacy } from './blocking.ts';
import { connect, folder, hosts, positionOf, worker, type Client, type Options } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
const carrierId = 'urn:xmpp:blocking item@jid';

/** A text after edits that do not overlap, in UTF-16. */
function edited(text: string, edits: PrivacySectionResult['edits']): string {
  const lines = text.split('\n');
  const at = ({ line, character }: { readonly line: number; readonly character: number }): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
  return [...edits].reverse().reduce((result, { range, newText }) => result.slice(0, at(range.start)) + newText + result.slice(at(range.end)), text);
}

for (const host of hosts) {
  suite(`considering a document ${host.name}`, () => {
    let client: Client;

    teardown(() => client.close());

    const opened = async (text: string, options: Options = {}): Promise<void> => {
      client = await connect(host, options);
      client.open(uri, text);
    };
    const actionsAt = async (text: string, part: string): Promise<readonly CodeAction[]> => {
      const start = positionOf(text, part);
      return client.request('textDocument/codeAction', { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: await client.pull(uri) } });
    };

    test('triage puts an open document on one screen', async () => {
      await opened(blocking());
      const { text } = await client.request<TriageResult>('xepGdpr/triage', { uri, format: 'markdown' });
      assert.match(text, /^# GDPR triage: XEP-0191: Blocking Command\n/);
      assert.match(text, /`<item jid\/>`/);
      assert.ok(text.split('\n').length <= 60);
      assert.match((await client.request<TriageResult>('xepGdpr/triage', { uri, format: 'html' })).text, /^<!doctype html>/i);
    });

    test('triage reads a document that is not open', async () => {
      client = await connect(host, { hostFiles: new Map([[`${folder}/kettle.xml`, xepSource({ title: 'Kettle' })], [`${folder}/notes.xml`, '<notes/>']]) });
      assert.match((await client.request<TriageResult>('xepGdpr/triage', { uri: `${folder}/kettle.xml`, format: 'text' })).text, /Kettle/);
      assert.equal((await client.request<TriageResult>('xepGdpr/triage', { uri: `${folder}/notes.xml`, format: 'text' })).error, 'The document is no XEP source.');
    });

    test('the Privacy Considerations are begun from the findings, once', async () => {
      const text = blocking(blockExample, '');
      await opened(text);
      const { edits } = await client.request<PrivacySectionResult>('xepGdpr/privacySection', { uri });
      const begun = edited(text, edits);
      assert.match(begun, /<section1 topic='Privacy Considerations' anchor='privacy'>[^]*&lt;item jid\/&gt;[^]*TODO/);
      client.change(uri, 2, { text: begun });
      assert.deepEqual((await client.request<PrivacySectionResult>('xepGdpr/privacySection', { uri })).edits, []);
    });

    test('one fix for all findings about the considerations puts in the same', async () => {
      const text = blocking(blockExample, '');
      await opened(text);
      const fixes = (await actionsAt(text, '<header>')).filter(({ edit }) => edit !== undefined);
      assert.deepEqual(fixes.map(({ title, diagnostics }) => [title, diagnostics?.map(({ code }) => code)]), [
        ['Begin the Privacy Considerations from the findings', ['considerations/privacy-missing', 'considerations/uncovered']],
      ]);
      const { edits } = await client.request<PrivacySectionResult>('xepGdpr/privacySection', { uri });
      assert.deepEqual((fixes[0]?.edit?.documentChanges?.[0] as TextDocumentEdit).edits, edits);
    });

    test('a section that is there is completed', async () => {
      const text = blocking(blockExample, '<section1 topic="Privacy Considerations"><p>TODO</p></section1>');
      await opened(text);
      const titles = (await actionsAt(text, '<section1 topic="Privacy')).filter(({ edit }) => edit).map(({ title }) => title);
      assert.deepEqual(titles, ['Complete the Privacy Considerations from the findings']);
    });

    test('what a document carries is compared with an older text of it', async () => {
      await opened(blocking());
      const compared = async (oldText: string | null): Promise<string> => (await client.request<CompareResult>('xepGdpr/compare', { uri, oldText })).markdown;
      assert.equal(await compared(blocking()), '');
      assert.equal(await compared(blocking().replaceAll('\n', '\n  ')), '');
      assert.match(await compared(blocking('<presence/>', '')), /`<item jid\/>`/);
      assert.match(await compared(null), /`<item jid\/>`/);
    });

    test('the section that a verdict rests on is found in the document itself', async () => {
      const text = blocking().replace('<section2 topic=\'A contact\'', '<section2 topic=\'User Blocks Contact\'');
      await opened(text);
      const { location } = await client.request<VerdictSourceResult>('xepGdpr/verdictSource', { uri, carrierId });
      assert.equal(location?.uri, uri);
    });

    test('the section of another XEP is found in the workspace, else on its page', async () => {
      const message = "<iq><query xmlns='jabber:iq:last' seconds='903'/></iq>";
      const other = `${folder}/xep-0012.xml`;
      const hostFiles = new Map<string, string>();
      await opened(blocking(message), { hostFiles });
      const ask = (): Promise<VerdictSourceResult> => client.request('xepGdpr/verdictSource', { uri, carrierId: 'jabber:iq:last query@seconds' });
      assert.deepEqual(await ask(), { page: 'https://xmpp.org/extensions/xep-0012.html' });
      hostFiles.set(other, xepSource({ number: '0012', title: 'Last Activity' }));
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 1 }] });
      assert.equal((await ask()).location?.uri, other);
    });

    test('the section of a ProtoXEP is found in itself, in the workspace, else on its page', async () => {
      const carrierId = 'https://xabber.com/protocol/auth-tokens#items ip';
      const example = "<iq><x xmlns='https://xabber.com/protocol/auth-tokens#items'><field var='1'><ip>192.0.2.1</ip></field></x></iq>";
      const source = xepSource({ title: 'Authorization Tokens', body: `<section1 topic='List of tokens' anchor='list'><example><![CDATA[${example}]]></example></section1>` });
      const other = `${folder}/inbox/auth-tokens.xml`;
      const hostFiles = new Map<string, string>();
      await opened(source, { hostFiles });
      const ask = (): Promise<VerdictSourceResult> => client.request('xepGdpr/verdictSource', { uri, carrierId });
      const own = (await ask()).location;
      assert.deepEqual([own?.uri, (own?.range.start.line ?? 0) > 0], [uri, true]);
      client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: blocking(example) }] });
      assert.deepEqual(await ask(), { page: 'https://xmpp.org/extensions/inbox/auth-tokens.html' });
      hostFiles.set(other, source);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 1 }] });
      assert.equal((await ask()).location?.uri, other);
    });

    test('a verdict that no person gave has no section', async () => {
      await opened(blocking("<message><note xmlns='urn:xmpp:tmp:kettle:0' email='tea@example.org'/></message>", privacy).replace('0191', 'xxxx'));
      assert.match((await client.request<VerdictSourceResult>('xepGdpr/verdictSource', { uri, carrierId: 'urn:xmpp:tmp:kettle:0 note@email' })).error ?? '', /^No person has judged/);
      assert.match((await client.request<VerdictSourceResult>('xepGdpr/verdictSource', { uri, carrierId: 'gone' })).error ?? '', /not in the document any more/);
    });

    test('a client without the extension\'s commands is offered only what it can do', async () => {
      const text = blocking();
      await opened(text, { initializationOptions: { commands: false } });
      assert.deepEqual((await actionsAt(text, "jid='romeo")).filter(({ command }) => command), []);
      const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.ok(lenses.length > 0 && lenses.every(({ command }) => command?.command === ''));
    });
  });
}

suite('a worker without its dataset', () => {
  for (const [title, dataset, message] of [
    ['that nobody named', undefined, /nowhere: initializationOptions\.dataset names its address/],
    ['that is not there', 'file:///gone.json', /cannot be read from file:\/\/\/gone\.json/],
  ] as const) {
    test(`says so: one ${title}`, async () => {
      await assert.rejects(connect(worker, { initializationOptions: { dataset } }), message);
    });
  }
});
