// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocking } from '../lsp/blocking.ts';
import { connect, folder, shown, streams } from '../lsp/client.ts';
import { tries } from './budget.ts';

/** Texts that mean something to JavaScript, to paths or to addresses, where a document's address, a name or a format belongs. */
const words = fc.constantFrom(
  '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'file://', 'file:///', 'file://host/share/xep.xml', 'vscode-remote://ssh-remote+x/xep.xml', 'untitled:Untitled-1', '%', '%zz', 'file:///xeps/%00.xml', 'file:///xeps/../../etc/passwd',
  `${folder}/xep-0191.xml`, `${folder}/xep-0191.xml#x`, `${folder}/XEP-0191.XML`, `${folder}/\u202e.xml`, `${folder}/${'a'.repeat(5000)}.xml`, 'command:workbench.action.quit', 'html', 'markdown', 'urn:xmpp:blocking item@jid', 'considerations/privacy-missing', '\ud800', '\0',
);
const numbers = fc.constantFrom<unknown>(0, 1, -1, 0.5, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, null, '1', NaN);
const anything = fc.oneof(words, numbers, fc.jsonValue({ maxDepth: 3 }), fc.constant(JSON.parse('{"__proto__":{"uri":"x"},"constructor":{"prototype":1}}') as unknown));
const position = fc.oneof({ weight: 4, arbitrary: fc.record({ line: numbers, character: numbers }) }, { weight: 1, arbitrary: anything });
const range = fc.oneof({ weight: 4, arbitrary: fc.record({ start: position, end: position }) }, { weight: 1, arbitrary: anything });
const list = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> => fc.oneof({ weight: 4, arbitrary: fc.array(value, { maxLength: 3 }) as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything });
const document = fc.oneof({ weight: 6, arbitrary: fc.record({ uri: words, version: numbers, languageId: words, text: words }) as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything });

/** All members that any request or notification looks at, each mostly of its kind. */
const params = fc.record({
  textDocument: document, position, range, context: fc.oneof(fc.record({ diagnostics: list(fc.record({ code: words, range, data: anything, message: words })), only: list(words), triggerKind: numbers }) as fc.Arbitrary<unknown>, anything),
  contentChanges: list(fc.record({ range, text: words, rangeLength: numbers }, { requiredKeys: ['text'] })), uri: words, uris: list(words), format: words, carrierId: words, code: words, reason: words, query: fc.oneof(words, anything), oldText: fc.oneof(words, anything),
  sources: list(fc.record({ name: words, text: words })), against: list(fc.record({ name: words, text: words })), text: fc.oneof(words, anything), open: list(fc.record({ uri: words, text: words })), changes: list(fc.record({ uri: words, type: numbers })),
  files: list(fc.record({ uri: words, oldUri: words, newUri: words })), event: fc.record({ added: list(fc.record({ uri: words })), removed: list(fc.record({ uri: words })) }), settings: anything, previousResultIds: list(fc.record({ uri: words, value: words })), id: numbers, token: words, value: anything,
}, { requiredKeys: ['textDocument'] });

const requests = [
  ...['hover', 'documentSymbol', 'codeLens', 'definition', 'completion', 'documentHighlight', 'foldingRange', 'documentLink', 'codeAction', 'diagnostic'].map((name) => `textDocument/${name}`), 'workspace/symbol', 'workspace/diagnostic', 'nobody/knowsThis',
  ...['reviewWorkspace', 'table', 'updateTable', 'explain', 'ignore', 'panel', 'panelCarriers', 'triage', 'privacySection', 'compare', 'verdictSource', 'deployment', 'deploymentSource'].map((name) => `xepGdpr/${name}`),
];
const notifications = ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'workspace/didChangeWatchedFiles', 'workspace/didRenameFiles', 'workspace/didDeleteFiles', 'workspace/didChangeConfiguration', 'workspace/didChangeWorkspaceFolders', '$/cancelRequest', '$/setTrace', 'nobody/knowsThis', '__proto__'];

const message = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('request' as const), method: fc.constantFrom(...requests), params }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('notification' as const), method: fc.constantFrom(...notifications), params }) },
);

const own = `${folder}/xep-0055.xml`;

suite('the language server, whatever it is sent by its protocol,', () => {
  test('answers every request, and goes on to find what it found before', async () => {
    const quiet = await connect(streams);
    quiet.open(own, blocking());
    const wanted = shown(await quiet.pull(own));
    await quiet.close();
    await fc.assert(fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (messages) => {
      const client = await connect(streams, { hostFiles: new Map([[`${folder}/xep-0191.xml`, blocking()]]) });
      const answers = messages.flatMap(({ kind, method, params: sent }) => {
        if (kind === 'notification') {
          client.notify(method, sent);
          return [];
        }
        return [client.request(method, sent).then(() => undefined, (error: unknown) => (error as { readonly code?: unknown }).code)];
      });
      const codes = await Promise.all(answers);
      assert.deepEqual(codes.filter((code) => code !== undefined && typeof code !== 'number'), []);
      client.notify('textDocument/didClose', { textDocument: { uri: own } });
      client.open(own, blocking());
      assert.deepEqual(shown(await client.pull(own)), wanted);
      await client.close();
    }), tries(40, 0.1));
  });
});
