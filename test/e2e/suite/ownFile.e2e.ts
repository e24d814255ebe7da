// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { closeAll, codeOf, findings, inSecond, open, openUri, read, write } from './editor.ts';
import { expect, expectEqual, expectMatch } from './expect.ts';
import { activated, nodeOf, reviewed, reviewedWorkspace } from './extension.ts';

const carrierId = 'urn:xmpp:tmp:doorbell:0 answer@ip';
const ignored = (codes: readonly string[]): boolean => codes.length > 0 && !codes.includes('carrier/network-address');
const shown = (codes: readonly string[]): boolean => codes.includes('carrier/network-address');

suite('the file .xep-gdpr.json', () => {
  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(await write('.xep-gdpr.json', '{}'));
  });

  test('ignores a carrier with a reason, until it is gone', async () => {
    const { uri } = await open('doorbell.xml');
    await findings(uri, shown);
    const file = await write('.xep-gdpr.json', JSON.stringify({ ignore: [{ document: 'doorbell', carrier: carrierId, reason: 'A test.' }] }));
    await findings(uri, ignored);
    await vscode.workspace.fs.delete(file);
    await findings(uri, shown);
  });

  test('that is broken has its error at its line, and the rest works', async () => {
    const { uri } = await open('doorbell.xml');
    const file = await write('.xep-gdpr.json', `{\n  "ignore": [\n    { "document": "doorbell", "carrier": 5, "reason": "A test." },\n    { "document": "doorbell", "carrier": "${carrierId}", "reason": "A test." }\n  ]\n}\n`);
    const [error] = await findings(file, (codes) => codes.includes('workspace-file'));
    expectEqual([error?.range.start.line, error?.severity], [2, vscode.DiagnosticSeverity.Error]);
    await findings(uri, ignored);
    await write('.xep-gdpr.json', '{\n  "ignore": []\n}\n');
    await findings(file, (codes) => codes.length === 0);
    await findings(uri, shown);
  });

  test('that is no JSON has its error at its line', async () => {
    await open('doorbell.xml');
    const file = await write('.xep-gdpr.json', '{\n  "ignore": [\n    }\n}\n');
    const [error] = await findings(file, (codes) => codes.length > 0);
    expectEqual(error?.range.start.line, 2);
  });

  test('has its expired and unused entries faded, at their lines', async () => {
    await reviewedWorkspace();
    await open('doorbell.xml');
    const entry = (members: object): string => JSON.stringify({ document: 'doorbell', reason: 'A test.', ...members });
    const file = await write('.xep-gdpr.json', `{ "ignore": [\n${[{ carrier: carrierId }, { carrier: 'urn:nobody no@where' }, { code: 'carrier/location', until: '2020-01-01' }, { document: 'porch-light', code: 'carrier/jid' }].map(entry).join(',\n')}\n] }`);
    const lines = (): string[] => vscode.languages.getDiagnostics(file).map((one) => `${one.range.start.line + 1} ${codeOf(one)} ${String(one.tags?.includes(vscode.DiagnosticTag.Unnecessary))}`);
    await findings(file, () => lines().length === 3);
    expectEqual(lines().sort(), ['3 ignore/unused true', '4 ignore/expired true', '5 ignore/unused true']);
    await write('.xep-gdpr.json', `{ "ignore": [\n${entry({ carrier: carrierId })}\n] }`);
    await findings(file, (codes) => codes.length === 0);
  });

  test('is made by the tree, for a document that is closed', async () => {
    await reviewedWorkspace();
    const api = await activated();
    await vscode.commands.executeCommand('xepGdpr.ignore', { uri: nodeOf(api, 'document', 'Doorbell').review.uri, carrierId, reason: 'Known to everybody.' });
    expectMatch(await read('.xep-gdpr.json'), /"document": "doorbell", "carrier": "urn:xmpp:tmp:doorbell:0 answer@ip", "reason": "Known to everybody\.", "date": "\d{4}-\d\d-\d\d"/);
    const { uri } = await open('doorbell.xml');
    await findings(uri, ignored);
    await reviewed(api, () => api.reviews().find((review) => review.uri === uri.toString())?.carriers.find(({ id }) => id === carrierId)?.ignored === 'Known to everybody.');
  });

  test('keeps what the editor has and nobody saved', async () => {
    const document = await openUri(await write('.xep-gdpr.json', '{\n  "ignore": []\n}\n'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '  "overrides": [],\n');
    await vscode.workspace.applyEdit(edit);
    const { uri } = await open('doorbell.xml');
    await findings(uri, shown);
    await vscode.commands.executeCommand('xepGdpr.ignore', { uri: uri.toString(), carrierId, reason: 'A test.' });
    expectMatch(document.getText(), /^\{\n {2}"overrides": \[\],\n {2}"ignore": \[\n.*answer@ip.*\n {2}\]\n\}\n$/);
    expect(document.isDirty, 'saved without being asked');
    await document.save();
    await findings(uri, ignored);
  });

  test('of one folder does not speak for another', async () => {
    await write('.xep-gdpr.json', JSON.stringify({ ignore: [{ document: '*', code: 'carrier/network-address', reason: 'A test.' }] }));
    const { uri } = await open('doorbell.xml');
    await findings(uri, ignored);
    await findings((await openUri(inSecond('porch-light.xml'))).uri, shown);
  });
});
