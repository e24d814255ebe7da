// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { xepSource } from '../../support/xepSource.ts';
import { closeAll, until, write } from './editor.ts';
import { expect, expectEqual } from './expect.ts';
import { activated, reviewed, reviewedWorkspace } from './extension.ts';

const openPanel = (view?: object): Thenable<unknown> => vscode.commands.executeCommand('xepGdpr.openPanel', { view });

/** Waits until the page has so many documents in sight, of so many. */
async function shown(documents: () => number, of: () => number): Promise<void> {
  const { panel } = await activated();
  const isSo = (): boolean => panel.shown()?.documents === documents() && panel.shown()?.of === of();
  await until((listener) => panel.onDidShow(() => { listener(undefined); }), isSo, () => JSON.stringify(panel.shown()));
}

suite('the relevance panel', () => {
  suiteSetup(() => reviewedWorkspace());
  suiteTeardown(() => closeAll());

  test('shows every document that was reviewed', async () => {
    const api = await activated();
    await openPanel();
    await shown(() => api.reviews().length, () => api.reviews().length);
    expectEqual(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'XEP Relevance');
  });

  test('is one, whoever asks for it, and filters', async () => {
    const api = await activated();
    await openPanel({ text: 'doorbell answer@ip' });
    await shown(() => 1, () => api.reviews().length);
    const panels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'XEP Relevance');
    expectEqual(panels.length, 1);
  });

  test('follows reviews as they come and go', async () => {
    const api = await activated();
    const before = api.reviews().length;
    await openPanel({ text: 'samovar' });
    await shown(() => 0, () => before);
    const uri = await write('samovar.xml', xepSource({ title: 'Samovar' }));
    await reviewed(api, (names) => names.includes('samovar.xml'));
    await shown(() => 1, () => before + 1);
    await vscode.workspace.fs.delete(uri);
    await shown(() => 0, () => before);
  });

  test('opens a source beside it, at the carrier', async () => {
    const api = await activated();
    const uri = api.reviews().find((review) => review.uri.endsWith('/doorbell.xml'))?.uri ?? '';
    await openPanel({ text: '', open: uri });
    const carrier = api.reviews().find((review) => review.uri === uri)?.carriers.find(({ label }) => label === 'answer@ip');
    expect(carrier !== undefined, 'there is no such carrier');
    await api.panel.receive({ kind: 'open', id: uri, carrier: carrier.id });
    const editor = vscode.window.activeTextEditor;
    expectEqual(editor?.document.getText(editor.selection), "ip='192.0.2.7'");
    expectEqual(editor?.viewColumn, vscode.ViewColumn.Two);
    expect(api.panel.isOpen() && api.panel.shown() !== undefined, 'the panel is not in sight any more');
    await api.panel.receive({ kind: 'triage', id: uri });
    const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await until(vscode.window.tabGroups.onDidChangeTabs, () => tabs().some((label) => label.includes('Triage of doorbell')), () => tabs().join(', '));
  });
});
