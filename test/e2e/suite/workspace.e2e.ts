// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { closeAll, findings, inWorkspace, open } from './editor.ts';
import { expect, expectEqual } from './expect.ts';
import { activated, namesOf, reviewed } from './extension.ts';

const samples = ['doorbell.xml', 'library-loans.xml', 'line-folding.xml', 'porch-light.xml', 'overview.xml'];
const hasAll = (names: readonly string[]): boolean => samples.every((name) => names.includes(name));

suite('a workspace of XEPs', () => {
  test('is not reviewed before somebody asks', async () => {
    const api = await activated();
    await open('doorbell.xml');
    await reviewed(api, (names) => names.includes('doorbell.xml'));
    expect(!namesOf(api).includes('porch-light.xml'), namesOf(api).join(', '));
  });

  test('is reviewed on demand, closed files and all its folders included', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('xepGdpr.reviewWorkspace');
    await reviewed(api, hasAll);
  });

  test('shows problems of open documents only', async () => {
    const { uri } = await open('doorbell.xml');
    await findings(uri, (codes) => codes.length > 0);
    const open_ = new Set(vscode.workspace.textDocuments.map((document) => document.uri.toString()));
    expectEqual(vscode.languages.getDiagnostics().filter(([one, all]) => all.length > 0 && !open_.has(one.toString())).map(([one]) => one.path), []);
    await closeAll();
    await findings(uri, (codes) => codes.length === 0);
  });

  test('keeps the findings of a document that is closed in the tree', async () => {
    const api = await activated();
    await open('doorbell.xml');
    await closeAll();
    await findings(inWorkspace('doorbell.xml'), (codes) => codes.length === 0);
    const review = api.reviews().find(({ uri }) => uri.endsWith('/doorbell.xml'));
    expect((review?.carriers.length ?? 0) > 3, `only ${review?.carriers.length ?? 0} carriers`);
  });

  test('takes the cursor from carrier to carrier, and around at the end', async () => {
    const api = await activated();
    await open('doorbell.xml');
    await reviewed(api, (names) => names.includes('doorbell.xml'));
    const editor = vscode.window.activeTextEditor;
    expect(editor !== undefined, 'no editor');
    const step = async (command: string): Promise<string> => {
      await vscode.commands.executeCommand(`xepGdpr.${command}`);
      return `${editor.selection.start.line}:${editor.document.getText(editor.selection)}`;
    };
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const first = await step('nextCarrier');
    const second = await step('nextCarrier');
    expect(first !== second, `${first}, ${second}`);
    expectEqual(await step('previousCarrier'), first);
    const last = await step('previousCarrier');
    expectEqual(await step('nextCarrier'), first);
    expect(Number(last.split(':')[0]) > Number(second.split(':')[0]), `${last} is not the last`);
  });

  test('shows carriers as decorations or not at all where the settings say so', async () => {
    const { uri } = await open('doorbell.xml');
    await findings(uri, (codes) => codes.includes('carrier/location'));
    const settings = vscode.workspace.getConfiguration('xepGdpr', uri);
    const set = (value: string | undefined): Thenable<void> => settings.update('show', value, vscode.ConfigurationTarget.WorkspaceFolder);
    await set('decorations');
    await findings(uri, (codes) => !codes.some((code) => code.startsWith('carrier/')));
    await set(undefined);
    await findings(uri, (codes) => codes.includes('carrier/location'));
    await set('off');
    await findings(uri, (codes) => codes.length === 0);
    await set(undefined);
    await findings(uri, (codes) => codes.includes('carrier/location'));
  });
});
