// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { xepSource } from '../../support/xepSource.ts';
import { inSecond, openUri, write } from './editor.ts';
import { expect, expectEqual, expectMatch } from './expect.ts';
import { activated, reviewed, reviewedWorkspace } from './extension.ts';

suite('the relevance table', () => {
  suiteSetup(() => reviewedWorkspace());

  test('is written to a new document', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('xepGdpr.generateTable', { format: 'markdown' });
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.isUntitled === true, `not a new document: ${document?.uri.toString() ?? 'none'}`);
    expectEqual(document.languageId, 'markdown');
    expectEqual(document.getText().trim().split('\n').length, 2 + api.reviews().length);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('is put into the active document as one step that can be undone', async () => {
    const api = await activated();
    const blocking = await write('xep-0191.xml', xepSource({ number: '0191', title: 'Blocking Command', status: 'Draft', version: '1.3', body: "<section1 topic='Use'><example><![CDATA[<iq><block xmlns='urn:xmpp:blocking'><item jid='romeo@montague.lit'/></block></iq>]]></example></section1>" }));
    await reviewed(api, (names) => names.includes('xep-0191.xml'));
    const document = await openUri(inSecond('overview.xml'));
    const before = document.getText();
    await vscode.commands.executeCommand('xepGdpr.updateTable');
    const after = document.getText();
    expectMatch(after, /<tr><td>(?:&xep0191;|XEP-0191: Blocking Command)<\/td><td><strong>Medium<\/strong>/);
    const [start, end] = ['<th>XEP</th><th>Relevance</th>\n  </tr>\n', '  </table>'];
    expectEqual([after.split(start)[0], after.split(end)[1]], [before.split(start)[0], before.split(end)[1]]);
    const { version } = document;
    await vscode.commands.executeCommand('xepGdpr.updateTable');
    expectEqual(document.version, version);
    await vscode.commands.executeCommand('undo');
    expectEqual([document.getText() === before, document.isDirty], [true, false]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(blocking);
    await reviewed(api, (names) => !names.includes('xep-0191.xml'));
  });

  test('leaves a document without such a table alone', async () => {
    const document = await openUri(inSecond('porch-light.xml'));
    await vscode.commands.executeCommand('xepGdpr.updateTable');
    expect(!document.isDirty, 'the document changed');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
