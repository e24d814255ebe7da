// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { xepSource } from '../../support/xepSource.ts';
import { closeAll, inWorkspace, open, openUri, until, write } from './editor.ts';
import { expect, expectEqual, expectMatch } from './expect.ts';
import { activated, reviewed } from './extension.ts';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`xepGdpr.${command}`, ...args);
const labels = (): readonly string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);

/** Waits for a tab whose label has some words. */
async function tab(words: string): Promise<void> {
  await until(vscode.window.tabGroups.onDidChangeTabs, () => labels().some((label) => label.includes(words)), () => labels().join('\n'));
}

suite('considering a document', () => {
  teardown(() => closeAll());

  const openDoorbell = async (): Promise<vscode.TextDocument> => {
    const document = await open('doorbell.xml');
    await reviewed(await activated(), (names) => names.includes('doorbell.xml'));
    return document;
  };

  test('triage opens beside the source', async () => {
    await openDoorbell();
    await run('triage');
    await tab('Triage of');
    expectEqual(vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.One, vscode.ViewColumn.One);
  });

  test('the Privacy Considerations are begun in one step that can be undone, and once', async () => {
    const body = "<section1 topic='Use' anchor='use'><example><![CDATA[<iq><block xmlns='urn:xmpp:blocking'><item jid='romeo@montague.lit'/></block></iq>]]></example></section1>";
    const uri = await write('xep-0191.xml', xepSource({ number: '0191', title: 'Blocking Command', status: 'Draft', version: '1.3', body }));
    const document = await openUri(uri);
    await reviewed(await activated(), (names) => names.includes('xep-0191.xml'));
    const before = document.getText();
    await run('beginConsiderations');
    expectMatch(document.getText(), /<section1 topic='Privacy Considerations'[^]*&lt;item jid\/&gt;[^]*TODO/);
    expectEqual(vscode.window.activeTextEditor?.selection.active.character, 0);
    const { version } = document;
    await run('beginConsiderations');
    expectEqual(document.version, version);
    await vscode.commands.executeCommand('undo');
    expectEqual(document.getText(), before);
  });

  test('a document is compared with an older text of it', async () => {
    const document = await openDoorbell();
    const older = await write('doorbell-of-yesterday.xml', document.getText().replace(/<section1 topic='(?!Introduction)[^]*?<\/section1>/, ''));
    await openUri(inWorkspace('doorbell.xml'));
    await run('compareWithHead', { uri: document.uri.toString(), with: older.toString() });
    await tab('doorbell-of-yesterday.xml.md');
    await vscode.workspace.fs.delete(older);
  });

  test('the section of a verdict opens in the source that the workspace has', async () => {
    const uri = await write('xep-0191.xml', xepSource({ number: '0191', title: 'Blocking Command', status: 'Draft', version: '1.3', body: "<section1 topic='Use'><section2 topic='User Blocks Contact'><example><![CDATA[<iq><block xmlns='urn:xmpp:blocking'><item jid='romeo@montague.lit'/></block></iq>]]></example></section2></section1>" }));
    await openUri(uri);
    await reviewed(await activated(), (names) => names.includes('xep-0191.xml'));
    await run('openVerdict', { uri: uri.toString(), carrierId: 'urn:xmpp:blocking item@jid' });
    const editor = vscode.window.activeTextEditor;
    expect(editor?.document.uri.toString() === uri.toString(), 'another document is in front');
    await closeAll();
    await vscode.workspace.fs.delete(uri);
  });
});
