// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, WorkspaceEdit, languages, window, workspace, type Diagnostic } from 'vscode';
import { ignoreRequest, type IgnoreParams, type IgnoreResult } from '../../../server/src/lsp/protocol.ts';
import { editorRange } from '../editorRange.ts';
import { documentTitle } from '../xepDocument.ts';
import { pickCarrier } from './chosenCarrier.ts';
import type { Surroundings } from './surroundings.ts';
import { readNamed, targetOf, type Target } from './target.ts';

type Finding = { readonly carrierId: string } | { readonly code: string };
type Change = Exclude<IgnoreResult, { readonly error: string }>;

const fileName = '.xep-gdpr.json';

/** Asks why a finding is to be ignored and has that written into the workspace's own file. A keybinding may give the reason. */
export async function ignore({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const target = targetOf(store, argument);
  if (!target) {
    void window.showInformationMessage(t('Open a reviewed XEP, or choose a carrier in the relevance tree.'));
    return;
  }
  const finding = await findingOf(target, readNamed(argument).code);
  const reason = finding && (readNamed(argument).reason ?? await askReason(target, finding));
  if (!finding || reason === undefined) {
    return;
  }
  const open = workspace.textDocuments.filter(({ uri }) => uri.path.endsWith(`/${fileName}`)).map((document) => ({ uri: document.uri.toString(), text: document.getText() }));
  const params: IgnoreParams = { uri: target.review.uri, ...finding, reason, open };
  const result = await connection.request<IgnoreResult>(ignoreRequest, params);
  if ('error' in result) {
    void window.showErrorMessage(`XEP GDPR: ${result.error}`);
    if (result.uri !== undefined) {
      await window.showTextDocument(Uri.parse(result.uri));
    }
    return;
  }
  window.setStatusBarMessage(await write(result), 6000);
}

async function findingOf(target: Target, code: string | undefined): Promise<Finding | undefined> {
  if (code !== undefined) {
    return { code };
  }
  if (target.carrier) {
    return { carrierId: target.carrier.id };
  }
  const atCursor = codeAtCursor(target);
  if (atCursor !== undefined) {
    return { code: atCursor };
  }
  const carrier = await pickCarrier(target);
  return carrier && { carrierId: carrier.id };
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
    title: t('Ignore {0} in {1}', 'carrierId' in finding ? finding.carrierId : finding.code, documentTitle(review)),
    prompt: t('Why? The reason is kept in {0} for those who read after you.', fileName), placeHolder: t('Always the address of a service'),
    validateInput: (text) => (text.trim() === '' ? t('A reason is needed.') : undefined),
  });
  return reason?.trim();
}

/** Changes the file through the editor, so that it can be undone and no unsaved change is lost. Answers what to tell the user. */
async function write({ uri, exists, edits, replaced }: Change): Promise<string> {
  const file = Uri.parse(uri);
  if (edits.length === 0) {
    return t('{0} ignores this already.', fileName);
  }
  if (!exists) {
    await workspace.fs.writeFile(file, new TextEncoder().encode(edits.map(({ newText }) => newText).join('')));
    return t('Ignored; the reason is in {0}.', fileName);
  }
  const document = await workspace.openTextDocument(file);
  const unsaved = document.isDirty;
  const edit = new WorkspaceEdit();
  edits.forEach(({ range, newText }) => { edit.replace(file, editorRange(range), newText); });
  await workspace.applyEdit(edit);
  if (unsaved) {
    await window.showTextDocument(document);
    return t('Added to {0}, which has other unsaved changes: save it to ignore the finding.', fileName);
  }
  await document.save();
  return replaced ? t('Ignored; the new reason is in {0}.', fileName) : t('Ignored; the reason is in {0}.', fileName);
}
