// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { closeAll, codeOf, findings, inSecond, openUri, positionOf, until } from './editor.ts';
import { expect, expectEqual } from './expect.ts';

const typed = "<item jid='hag66@shakespeare.lit' nick='thirdwitch'/>";

suite('typing in the specification of chat rooms', () => {
  let document: vscode.TextDocument;

  suiteSetup(async function () {
    const uri = inSecond('xep-0045.xml');
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      // The XEPs are not part of this project; where they are not at hand this is skipped.
      this.skip();
    }
    document = await openUri(uri);
    await findings(uri, (codes) => codes.length > 20);
  });

  suiteTeardown(closeAll);

  test('never doubles the finding of a carrier, loses none elsewhere, and ends with each where it stands', async () => {
    const before = carriers();
    const usual = new Set(before.map(({ id }) => id));
    const item = before.find(({ id }) => id === 'http://jabber.org/protocol/muc#user item@jid');
    expect(item !== undefined, 'no finding on item@jid');
    const faults: string[] = [];
    const watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) {
        const ids = carriers().map(({ id }) => id);
        const lost = [...usual].filter((id) => !ids.includes(id));
        if (new Set(ids).size < ids.length || lost.length > 4) {
          faults.push(`${ids.length} findings of ${new Set(ids).size} carriers, without ${lost.join(', ')}`);
        }
      }
    });
    const editor = await vscode.window.showTextDocument(document);
    const at = positionOf(document, "<x xmlns='http://jabber.org/protocol/muc#user'>", 47);
    editor.selection = new vscode.Selection(at, at);
    for (const key of typed) {
      await vscode.commands.executeCommand('type', { text: key });
    }
    await until(vscode.languages.onDidChangeDiagnostics, () => carriers().some(({ id, message }) => id === item.id && message !== item.message && /places/.test(message)), () => carriers().map(({ message }) => message).join('\n'));
    watching.dispose();
    expectEqual(faults, []);
    const misplaced = carriers().filter(({ id, range }) => !document.getText(range).includes(/[@ ]([^@ \]]+)\]?$/.exec(id)?.[1] ?? ''));
    expectEqual(misplaced.map(({ id, range }) => `${id}: ${document.getText(range)}`), []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(vscode.languages.onDidChangeDiagnostics, () => JSON.stringify(carriers()) === JSON.stringify(before), () => `${carriers().length} of ${before.length} findings`);
  });

  interface Found {
    readonly id: string;
    readonly message: string;
    readonly range: vscode.Range;
  }

  /** The findings of carriers; the client's diagnostics carry the id along. */
  function carriers(): readonly Found[] {
    return vscode.languages.getDiagnostics(document.uri).filter((one) => codeOf(one).startsWith('carrier/'))
      .map((one) => ({ id: (one as { readonly data?: { readonly carrierId?: string } }).data?.carrierId ?? '', message: one.message, range: one.range }));
  }
});
