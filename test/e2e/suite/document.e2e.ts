// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { describeFinding, findings, inWorkspace, open, positionOf, read, replace, write } from './editor.ts';
import { expect, expectEqual, expectMatch } from './expect.ts';

const some = (codes: readonly string[]): boolean => codes.length > 0;
const none = (codes: readonly string[]): boolean => codes.length === 0;

suite('an open XEP', () => {
  test('has its findings where they stand', async () => {
    const document = await open('doorbell.xml');
    const lines = (await findings(document.uri, some)).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).map(describeFinding);
    for (const line of ['45:34 carrier/communication-metadata', '53:6 carrier/location', '56:43 carrier/network-address', '57:6 carrier/message-content']) {
      expect(lines.includes(line), `no ${line} in\n${lines.join('\n')}`);
    }
    expectEqual(new Set(lines.filter((line) => line.includes('carrier/'))).size, lines.filter((line) => line.includes('carrier/')).length);
  });

  test('tells in a hover what a carrier is', async () => {
    const document = await open('doorbell.xml');
    await findings(document.uri, some);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, '<lat>', 2));
    const text = hovers.flatMap(({ contents }) => contents).map((part) => typeof part === 'string' ? part : part.value).join('\n');
    expectMatch(text, /location/i);
    expect(text.split('\n').length <= 20, `a long hover:\n${text}`);
  });

  test('has its sections and examples as symbols', async () => {
    const document = await open('doorbell.xml');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const ringing = flat(symbols).find(({ name }) => name === 'Ringing');
    expectEqual(ringing?.children.map(({ name }) => name), ['The bell rings', 'The owner answers']);
  });

  test('has its level above the header', async () => {
    const document = await open('doorbell.xml');
    await findings(document.uri, some);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const header = positionOf(document, '<header>').line;
    expectMatch(lenses.filter(({ range }) => range.start.line === header).map(({ command }) => command?.title ?? '').join('\n'), /GDPR relevance: (?:Low|Medium|High)/);
  });

  test('has other findings after an edit', async () => {
    const document = await open('doorbell.xml');
    await findings(document.uri, (codes) => codes.includes('carrier/network-address'));
    await replace(document, ` ip='192.0.2.7'`, '');
    await findings(document.uri, (codes) => some(codes) && !codes.includes('carrier/network-address'));
    await vscode.commands.executeCommand('undo');
    await findings(document.uri, (codes) => codes.includes('carrier/network-address'));
    expect(!document.isDirty, 'the edit is not undone');
  });

  test('keeps the findings elsewhere while a tag is half typed', async () => {
    const document = await open('doorbell.xml');
    const before = (await findings(document.uri, some)).filter((finding) => describeFinding(finding).includes('carrier/')).length;
    await replace(document, '<answer', '<half <answer');
    await findings(document.uri, (codes) => codes.filter((code) => code.startsWith('carrier/')).length >= before);
    await vscode.commands.executeCommand('undo');
  });

  test('has no findings left when its file is deleted', async () => {
    const uri = await write('copy.xml', await read('library-loans.xml'));
    await open('copy.xml');
    await findings(uri, some);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
    await findings(uri, none);
  });

  test('that carries nothing has no finding of a carrier', async () => {
    const document = await open('line-folding.xml');
    await open('library-loans.xml');
    await findings(inWorkspace('library-loans.xml'), some);
    expectEqual(vscode.languages.getDiagnostics(document.uri).map(describeFinding), []);
  });

  test('is told from other XML', async () => {
    const uri = await write('plain.xml', `<list><item jid='otto@orchard.example'/></list>\n`);
    await open('plain.xml');
    await open('doorbell.xml');
    await findings(inWorkspace('doorbell.xml'), some);
    expectEqual(vscode.languages.getDiagnostics(uri), []);
    await vscode.workspace.fs.delete(uri);
  });
});

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
