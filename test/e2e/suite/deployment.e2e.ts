// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { closeAll, openUri, until, write } from './editor.ts';
import { expect, expectMatch } from './expect.ts';
import { activated } from './extension.ts';

const labels = (): readonly string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);

/** The text that is shown beside, once there is a tab with these words. */
async function beside(words: string): Promise<string> {
  await until(vscode.window.tabGroups.onDidChangeTabs, () => labels().some((label) => label.includes(words)), () => labels().join('\n'));
  const shown = (): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xep-gdpr-explanation' && uri.path.includes(words));
  await until(vscode.workspace.onDidOpenTextDocument, () => shown() !== undefined, () => 'no such document');
  return shown()?.getText() ?? '';
}

suite('a deployment', () => {
  suiteSetup(() => activated());
  teardown(() => closeAll());

  test('is reported on beside its sources', async () => {
    const list = await write('kettle.txt', '0045 0313 0363\n');
    const answer = await write('account.xml', "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:push:0'/></query>\n");
    await openUri(list);
    await vscode.commands.executeCommand('xepGdpr.deploymentReport', { uris: [list.toString(), answer.toString()] });
    const text = await beside('Deployment of kettle.txt, account.xml');
    expectMatch(text, /XEP-0313: Message Archive Management[^]*XEP-0357: Push Notifications/);
    expect(text.length > 20_000, `only ${text.length} characters`);
    await Promise.all([list, answer].map((uri) => vscode.workspace.fs.delete(uri)));
  });

  test('is taken as the editor shows it, saved or not', async () => {
    const list = await write('kettle.txt', '0045\n');
    const document = await openUri(list);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(list, document.positionAt(0), '0363 ');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('xepGdpr.deploymentReport', { uris: [list.toString()] });
    expectMatch(await beside('Deployment of kettle.txt'), /XEP-0363: HTTP File Upload/);
    await openUri(list);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await vscode.workspace.fs.delete(list);
  });

  test('is compared with what takes its place', async () => {
    const [old, now] = await Promise.all([write('old.txt', '0045\n'), write('new.txt', '0045 0363\n')]);
    await vscode.commands.executeCommand('xepGdpr.deploymentReport', { uris: [old.toString()], against: [now.toString()] });
    expectMatch(await beside('new.txt against old.txt'), /XEP-0363 HTTP File Upload/);
    await Promise.all([old, now].map((uri) => vscode.workspace.fs.delete(uri)));
  });
});
