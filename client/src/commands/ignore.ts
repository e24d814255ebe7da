// SPDX-License-Identifier: MIT
import { Range, Uri, WorkspaceEdit, languages, window, workspace, type Diagnostic, type TextDocument } from 'vscode';
import { addIgnore, ignoreFileName, type Ignore } from '../ignoreFile.ts';
import { documentTitle, ignoreKey } from '../xepDocument.ts';
import { pickCarrier } from './explain.ts';
import type { Surroundings } from './surroundings.ts';
import { readNamed, targetOf, type Target } from './target.ts';

type Finding = { readonly carrier: string } | { readonly code: string };

/** Asks why a finding is to be ignored and writes that into the workspace folder's ignore file. */
export async function ignore({ store }: Surroundings, argument: unknown): Promise<void> {
  const target = targetOf(store, argument);
  if (!target) {
    void window.showInformationMessage('Open a reviewed XEP, or choose a carrier in the relevance tree.');
    return;
  }
  const folder = workspace.getWorkspaceFolder(Uri.parse(target.review.uri));
  if (!folder) {
    void window.showWarningMessage(`${documentTitle(target.review)} is in no folder of this workspace, so there is no place for ${ignoreFileName}.`);
    return;
  }
  const finding = await findingOf(target, readNamed(argument).code);
  const reason = finding && await askReason(target, finding);
  if (finding && reason !== undefined) {
    await write(Uri.joinPath(folder.uri, ignoreFileName), { document: ignoreKey(target.review), ...finding, reason, date: today() });
  }
}

async function findingOf(target: Target, code: string | undefined): Promise<Finding | undefined> {
  if (code !== undefined) {
    return { code };
  }
  if (target.carrier) {
    return { carrier: target.carrier.id };
  }
  const atCursor = codeAtCursor(target);
  if (atCursor !== undefined) {
    return { code: atCursor };
  }
  const carrier = await pickCarrier(target);
  return carrier && { carrier: carrier.id };
}

/** The code of the finding under the cursor, if it is about the document and not about a carrier. */
function codeAtCursor({ review }: Target): string | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== review.uri) {
    return undefined;
  }
  return languages.getDiagnostics(editor.document.uri).filter(({ range }) => range.contains(editor.selection.active)).map(codeOf).find((code) => /^(?:considerations|example|source)\//.test(code));
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code ?? '');
}

async function askReason({ review }: Target, finding: Finding): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title: `Ignore ${'carrier' in finding ? finding.carrier : finding.code} in ${documentTitle(review)}`,
    prompt: `Why? The reason is kept in ${ignoreFileName} for those who read after you.`, placeHolder: 'Always the address of a service',
    validateInput: (text) => (text.trim() === '' ? 'A reason is needed.' : undefined),
  });
  return reason?.trim();
}

async function write(uri: Uri, entry: Ignore): Promise<void> {
  const document = await openIfThere(uri);
  const added = addIgnore(document?.getText() ?? null, entry);
  if (added.kind === 'broken') {
    void window.showErrorMessage(`${ignoreFileName} cannot be added to: ${added.reason}`);
    await window.showTextDocument(uri);
    return;
  }
  if (added.kind === 'known') {
    void window.showInformationMessage(`${ignoreFileName} ignores this already.`);
    return;
  }
  if (document) {
    // Through the editor, so that unsaved changes of the file are neither lost nor overwritten.
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(0, 0, document.lineCount, 0), added.text);
    await workspace.applyEdit(edit);
    await document.save();
  } else {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(added.text));
  }
  window.setStatusBarMessage(`Ignored; the reason is in ${ignoreFileName}.`, 4000);
}

async function openIfThere(uri: Uri): Promise<TextDocument | undefined> {
  try {
    await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return workspace.openTextDocument(uri);
}

/** The user's own day, as `2026-11-23`. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
