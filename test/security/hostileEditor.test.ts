// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CodeLens, CompletionItem, DocumentLink, DocumentSymbol, Hover, MarkupContent, SymbolInformation } from 'vscode-languageserver/node';
import { inLabel, inMessage } from '../../client/src/plainText.ts';
import { nodeItem } from '../../client/src/tree/nodeItem.ts';
import { childNodes, rootNodes, type TreeNode } from '../../client/src/tree/nodes.ts';
import type { ReviewedParams } from '../../server/src/lsp/protocol.ts';
import { capable, connect, folder, shown, streams, type Published } from '../lsp/client.ts';
import { hostileDocument, hostileTexts } from './hostileDocument.ts';
import { escapesIn } from './readers.ts';

const uri = `${folder}/xep-9099.xml`;
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** Nodes with all below them. */
function withDescendants(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...withDescendants(childNodes(node))]);
}

suite('a hostile text stays a text in the editor', () => {
  for (const [what, text] of Object.entries(hostileTexts).filter(([, one]) => /[^\u0020-\u007e]|\]\(|\$\(|:\/\/|@|www/.test(one))) {
    test(what, async () => {
      const { source, workspace } = hostileDocument(text);
      const client = await connect(streams, { hostFiles: new Map([[uri, source], [`${folder}/.xep-gdpr.json`, workspace]]), initializationOptions: { summaries: true }, capabilities: { ...capable, workspace: { ...capable.workspace, configuration: false } } });
      client.open(uri, source);
      const diagnostics = await client.pull(uri);
      const of = <Result>(method: string, more: object = {}): Promise<Result> => client.request<Result>(`textDocument/${method}`, { textDocument: { uri }, ...more });
      const ownFile = await client.next<Published>('textDocument/publishDiagnostics', (params) => params.uri.endsWith('.json') && params.diagnostics.length > 0);
      const { reviews: [summary] } = await client.next<ReviewedParams>('xepGdpr/reviewed');
      assert.ok(summary && diagnostics.length > 0);

      const links = await of<DocumentLink[]>('documentLink');
      assert.deepEqual(links.filter(({ target }) => !/^https?:\/\/[\u0021-\u007e]+$/.test(target ?? '')), []);
      const hovers = await Promise.all(diagnostics.map(({ range: { start } }) => of<Hover | null>('hover', { position: start })));
      assert.deepEqual(hovers.flatMap((hover) => (hover ? escapesIn('markdown', (hover.contents as MarkupContent).value) : [])), []);

      const names = (symbols: readonly DocumentSymbol[]): string[] => symbols.flatMap(({ name, detail = '', children = [] }) => [name, detail, ...names(children)]);
      const lenses = (await of<CodeLens[]>('codeLens')).map(({ command }) => command?.title ?? '');
      const actions = await of<CodeAction[]>('codeAction', { range: everywhere, context: { diagnostics } });
      const completions = await of<CompletionItem[]>('completion', { position: { line: source.slice(0, source.indexOf('TODO:')).split('\n').length - 1, character: 60 } });
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: '' });
      const nodes = (['document', 'level', 'category', 'considerations'] as const).flatMap((grouping) => withDescendants(rootNodes([{ review: summary, carriers: summary.carriers }], grouping))).map(nodeItem);
      const lines = [
        ...shown(diagnostics), ...shown(ownFile.diagnostics), ...names(await of<DocumentSymbol[]>('documentSymbol')), ...lenses, ...actions.map(({ title }) => title), ...completions.flatMap(({ label, detail = '' }) => [label, detail]), ...links.map(({ tooltip = '' }) => tooltip),
        ...found.flatMap(({ name, containerName = '' }) => [name, containerName]), ...nodes.flatMap(({ label, description, tooltip, spoken }) => [label, description, ...tooltip.split('\n'), spoken]),
      ];
      assert.deepEqual(lines.filter((line) => line.includes('\n') || escapesIn('terminal', line).length > 0), []);
      assert.deepEqual(lenses.filter((line) => line.includes('$(')), []);
      assert.ok(lines.length > 60);
      await client.close();
    });

    test(`${what}: no link in a message, no icon in a label`, () => {
      assert.doesNotMatch(inMessage(`${text} [x](command:y)`), /\]\(/);
      assert.doesNotMatch(inLabel(text), /\$\([\w~-]+\)/);
      assert.deepEqual([...escapesIn('terminal', inMessage(text)), ...escapesIn('terminal', inLabel(text))], []);
    });
  }

  test('the client passes no text of a document to messages but by inMessage', () => {
    const sources = fileURLToPath(new URL('../../client/src', import.meta.url));
    const calls = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(sources, name), 'utf8').matchAll(/\bshow(?:Information|Warning|Error)Message\(([^\n]*)/g)].map(([, argument = '']) => argument));
    assert.ok(calls.length > 15);
    assert.deepEqual(calls.filter((argument) => !/^(?:t\('[^'{}]*'\)[,)]|inMessage\(|review \? inMessage\()/.test(argument)), []);
  });
});
