// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { codeOf, describeFinding, findings, open, until, write } from './editor.ts';
import { expect, expectEqual, expectMatch } from './expect.ts';
import { activated, drawn, reviewed } from './extension.ts';

const samples = ['doorbell.xml', 'library-loans.xml', 'line-folding.xml'];
const hasAll = (names: readonly string[]): boolean => samples.every((name) => names.includes(name));

suite('a workspace of XEPs', () => {
  test('is reviewed on demand, closed files included', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('xepGdpr.reviewWorkspace');
    await reviewed(api, hasAll);
  });

  test('is shown as a tree', async () => {
    const api = await activated();
    await reviewed(api, hasAll);
    const lines = drawn(api, 3);
    const counts = ['high', 'medium', 'low', 'none'].map((level) => ({ level, count: api.reviews().filter((review) => review.level === level).length }));
    expectEqual(lines.filter((line) => !line.startsWith(' ')), counts.filter(({ count }) => count > 0).map(({ level, count }) => `${level.charAt(0).toUpperCase()}${level.slice(1)} (${count})`));
    expectMatch(lines.join('\n'), /^ {2}Doorbell .*\n(?: {4}.*\n)* {4}answer@ip /m);
  });

  test('is named in the tree for those who do not see it', async () => {
    const { tree } = await activated();
    const spoken = tree.getChildren().map((node) => tree.getTreeItem(node).accessibilityInformation?.label ?? '');
    expect(spoken.length > 1 && spoken.every((words) => /^Relevance (?:high|medium|low|none), \d+ documents?$/.test(words)), spoken.join('\n'));
  });

  test('gives the row of a document to the clipboard', async () => {
    const api = await activated();
    await open('doorbell.xml');
    await reviewed(api, hasAll);
    await vscode.commands.executeCommand('xepGdpr.copyAsMarkdown');
    expectMatch(await vscode.env.clipboard.readText(), /^\|.*Doorbell.*network address/m);
  });

  test('gives the relevance table to a new document', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('xepGdpr.reviewWorkspace');
    await reviewed(api, hasAll);
    await vscode.commands.executeCommand('xepGdpr.generateTable', { format: 'markdown' });
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.isUntitled === true, `not a new document: ${document?.uri.toString() ?? 'none'}`);
    expectEqual(document.languageId, 'markdown');
    expectEqual(document.getText().trim().split('\n').length, 2 + samples.length);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('takes the cursor from carrier to carrier', async () => {
    const api = await activated();
    await open('doorbell.xml');
    await reviewed(api, (names) => names.includes('doorbell.xml'));
    const editor = vscode.window.activeTextEditor;
    expect(editor !== undefined, 'no editor');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('xepGdpr.nextCarrier');
    const first = editor.document.getText(editor.selection);
    await vscode.commands.executeCommand('xepGdpr.nextCarrier');
    const second = editor.document.getText(editor.selection);
    await vscode.commands.executeCommand('xepGdpr.previousCarrier');
    expectEqual(editor.document.getText(editor.selection), first);
    expect(first !== '' && first !== second, `${first}, ${second}`);
  });

  test('forgets a file that was renamed', async () => {
    const api = await activated();
    const old = await write('old-name.xml', (await open('doorbell.xml')).getText());
    await open('old-name.xml');
    await reviewed(api, (names) => names.includes('old-name.xml'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old, vscode.Uri.joinPath(old, '..', 'new-name.xml'));
    await vscode.workspace.applyEdit(edit);
    await reviewed(api, (names) => names.includes('new-name.xml') && !names.includes('old-name.xml'));
    await findings(old, (codes) => codes.length === 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(old, '..', 'new-name.xml'));
    await reviewed(api, (names) => !names.includes('new-name.xml'));
  });
});

suite('the file .xep-gdpr.json', () => {
  teardown(async () => {
    await vscode.workspace.fs.delete(await write('.xep-gdpr.json', '{}'));
  });

  test('ignores a carrier with a reason, until it is gone', async () => {
    const { uri } = await open('doorbell.xml');
    await findings(uri, (codes) => codes.includes('carrier/network-address'));
    const file = await write('.xep-gdpr.json', JSON.stringify({ ignore: [{ document: 'doorbell', carrier: 'urn:xmpp:tmp:doorbell:0 answer@ip', reason: 'A test.' }] }));
    await findings(uri, (codes) => codes.length > 0 && !codes.includes('carrier/network-address'));
    await vscode.workspace.fs.delete(file);
    await findings(uri, (codes) => codes.includes('carrier/network-address'));
  });

  test('that is broken has its error at its line, and the rest works', async () => {
    const { uri } = await open('doorbell.xml');
    const file = await write('.xep-gdpr.json', '{\n  "ignore": [\n    { "document": "doorbell", "carrier": 5, "reason": "A test." }\n  ]\n}\n');
    const [error] = await findings(file, (codes) => codes.length > 0);
    expectEqual(error?.range.start.line, 2);
    await findings(uri, (codes) => codes.includes('carrier/network-address'));
    await write('.xep-gdpr.json', '{\n  "ignore": []\n}\n');
    await findings(file, (codes) => codes.length === 0);
  });

  test('that is no JSON has its error at its line', async () => {
    await open('doorbell.xml');
    const file = await write('.xep-gdpr.json', '{\n  "ignore": [\n    }\n}\n');
    const [error] = await findings(file, (codes) => codes.length > 0);
    expectEqual(error?.range.start.line, 2);
  });
});

suite('the server', () => {
  test('brings its findings back after a restart', async () => {
    const { uri } = await open('doorbell.xml');
    const before = (await findings(uri, (codes) => codes.includes('carrier/location'))).map(describeFinding);
    const gone = sawNone(uri);
    await vscode.commands.executeCommand('xepGdpr.restartServer');
    await findings(uri, (codes) => codes.length === before.length);
    expectEqual(vscode.languages.getDiagnostics(uri).map(describeFinding), before);
    expect(gone(), 'the findings have never been gone');
  });

  test('brings its findings back when its process is killed', async function () {
    const kill = serverKiller();
    if (!kill) {
      // A worker cannot be killed from here.
      this.skip();
    }
    const { uri } = await open('doorbell.xml');
    const before = (await findings(uri, (codes) => codes.includes('carrier/location'))).map(codeOf);
    const gone = sawNone(uri);
    kill();
    await until(vscode.languages.onDidChangeDiagnostics, gone, () => 'the findings stay');
    await findings(uri, (codes) => codes.length === before.length);
  });
});

/** Answers a function that says whether a document has been without findings since. */
function sawNone(uri: vscode.Uri): () => boolean {
  let none = false;
  vscode.languages.onDidChangeDiagnostics(() => { none ||= vscode.languages.getDiagnostics(uri).length === 0; });
  return () => none;
}

/** In Node.js on Linux, a function that kills the language server's process. */
function serverKiller(): (() => void) | undefined {
  const host = typeof process === 'undefined' ? undefined : process;
  if (host?.platform !== 'linux') {
    return undefined;
  }
  return () => {
    const { readFileSync } = host.getBuiltinModule('node:fs');
    const children = readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8').trim().split(' ');
    const server = children.find((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('server.node.cjs'));
    expect(server !== undefined, 'no process of the server');
    host.kill(Number(server), 'SIGKILL');
  };
}
