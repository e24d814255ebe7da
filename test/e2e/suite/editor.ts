// SPDX-License-Identifier: MIT
// Opens documents and waits for what the editor says of them, by its events.
import * as vscode from 'vscode';
import { expect } from './expect.ts';

/** Milliseconds after which a wait fails, and says what there was instead. */
const patience = 20_000;

/** Opens a file of the workspace as a click does: nothing but its editor keeps it open. */
export function open(name: string): Promise<vscode.TextDocument> {
  return openUri(inWorkspace(name));
}

export async function openUri(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const document = vscode.window.activeTextEditor?.document;
  expect(document?.uri.toString() === uri.toString(), `${uri.path} is not in front, but ${document?.uri.path ?? 'nothing'}`);
  return document;
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** A file of the first folder. */
export function inWorkspace(name: string): vscode.Uri {
  return inFolder(0, name);
}

/** A file of the second folder. */
export function inSecond(name: string): vscode.Uri {
  return inFolder(1, name);
}

function inFolder(index: number, name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[index];
  expect(folder !== undefined, `folder ${index} is not open`);
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(name)));
}

/** Puts text in place of the first occurrence of other text, as a keystroke would. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(positionOf(document, old), document.positionAt(document.getText().indexOf(old) + old.length)), text);
  expect(await vscode.workspace.applyEdit(edit), 'the edit is refused');
}

/** Where text stands first, or so many characters further. */
export function positionOf(document: vscode.TextDocument, text: string, further = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  expect(offset >= 0, `${text} is not in ${document.uri.path}`);
  return document.positionAt(offset + further);
}

/** Resolves when a condition holds, asked now and at each event. */
export async function until<T>(event: vscode.Event<T>, holds: () => boolean, describe: () => string): Promise<void> {
  if (holds()) {
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`waited in vain; there is:\n${describe()}`));
    }, patience);
    const subscription = event(() => {
      if (holds()) {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      }
    });
  });
}

/** Waits until the findings of a document are as wanted; answers them. */
export async function findings(uri: vscode.Uri, wanted: (codes: readonly string[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  const now = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
  await until(vscode.languages.onDidChangeDiagnostics, () => wanted(now().map(codeOf)), () => now().map(describeFinding).join('\n'));
  return now();
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function describeFinding(finding: vscode.Diagnostic): string {
  return `${finding.range.start.line + 1}:${finding.range.start.character + 1} ${codeOf(finding)}`;
}
