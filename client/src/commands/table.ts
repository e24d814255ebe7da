// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { tableRequest, updateTableRequest, type TableFormat, type TableParams, type TableResult, type UpdateTableParams, type UpdateTableResult } from '../../../server/src/lsp/protocol.ts';
import { editorRange } from '../editorRange.ts';
import { counted } from '../tree/words.ts';
import { reviewWorkspace } from './reviewWorkspace.ts';
import type { Surroundings } from './surroundings.ts';
import { formatUse, tableFormats } from './tableFormats.ts';

/** Makes the relevance table of what was reviewed, in a format and to a place that the user chooses. A keybinding may name the format: then all goes to an editor. */
export async function generateTable(around: Surroundings, argument: unknown): Promise<void> {
  const given = Object.keys(tableFormats).find((name) => name === (argument as { readonly format?: unknown } | undefined)?.format) as TableFormat | undefined;
  const format = given ?? await pickFormat();
  if (format === undefined || !await somethingReviewed(around)) {
    return;
  }
  if (given !== undefined) {
    await showTable(await around.connection.request<TableResult>(tableRequest, { format }));
    return;
  }
  const uris = await pickDocuments(around);
  const place = uris === undefined ? undefined : await pickPlace();
  if (uris === undefined || place === undefined) {
    return;
  }
  const params: TableParams = { format, ...(uris !== 'all' && { uris }) };
  const table = await around.connection.request<TableResult>(tableRequest, params);
  await (place === 'file' ? saveTable(table, format) : showTable(table));
}

/** Fills the relevance table of the active document, as one step that can be undone. */
export async function updateTable(around: Surroundings): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'xml') {
    void window.showInformationMessage(t('Open the XEP source that holds the relevance table first.'));
    return;
  }
  if (!await somethingReviewed(around)) {
    return;
  }
  const { uri, version } = editor.document;
  const params: UpdateTableParams = { uri: uri.toString() };
  const { edits, error } = await around.connection.request<UpdateTableResult>(updateTableRequest, params);
  if (error !== undefined) {
    void window.showWarningMessage(`XEP GDPR: ${error}`);
    return;
  }
  if (editor.document.version !== version) {
    void window.showWarningMessage(t('The document changed meanwhile; its relevance table was not updated.'));
    return;
  }
  const edit = new WorkspaceEdit();
  edits.forEach(({ range, newText }) => { edit.replace(uri, editorRange(range), newText); });
  await workspace.applyEdit(edit);
  window.setStatusBarMessage(edits.length === 0 ? t('The relevance table is up to date.') : t('Updated the relevance table.'), 4000);
}

async function pickFormat(): Promise<TableFormat | undefined> {
  const items = (Object.keys(tableFormats) as TableFormat[]).map((format) => ({ format, label: tableFormats[format].label, description: formatUse(format) }));
  return (await window.showQuickPick(items, { title: t('Generate the relevance table'), placeHolder: t('Format') }))?.format;
}

/** All documents, unless the tree shows fewer and the user wants only those. */
async function pickDocuments({ store, view }: Surroundings): Promise<readonly string[] | 'all' | undefined> {
  const shown = view.tree.shown().documents.map(({ review }) => review.uri);
  const total = store.all().length;
  if (shown.length === total || shown.length === 0) {
    return 'all';
  }
  const items: readonly { readonly label: string; readonly description: string; readonly uris: readonly string[] | 'all' }[] = [
    { label: t('All documents'), description: String(total), uris: 'all' },
    { label: t('Documents that the tree shows'), description: String(shown.length), uris: shown },
  ];
  return (await window.showQuickPick(items, { title: t('Generate the relevance table'), placeHolder: t('Documents') }))?.uris;
}

async function pickPlace(): Promise<'editor' | 'file' | undefined> {
  const items = [{ label: t('Open in an editor'), place: 'editor' as const }, { label: t('Save to a file…'), place: 'file' as const }];
  return (await window.showQuickPick(items, { title: t('Generate the relevance table'), placeHolder: t('Where to') }))?.place;
}

/** Where nothing was reviewed, the workspace is, if the user wants it. */
async function somethingReviewed(around: Surroundings): Promise<boolean> {
  if (around.store.all().length === 0) {
    const review = t('Review Workspace');
    if (await window.showInformationMessage(t('No document was reviewed yet.'), review) === review) {
      await reviewWorkspace(around, { quiet: true });
    }
  }
  return around.store.all().length > 0;
}

async function showTable({ text, languageId }: TableResult): Promise<void> {
  const document = await workspace.openTextDocument({ content: text, language: languageId });
  await window.showTextDocument(document);
}

async function saveTable({ text }: TableResult, format: TableFormat): Promise<void> {
  const { label, extension } = tableFormats[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `gdpr-relevance.${extension}`;
  const uri = await window.showSaveDialog({ ...(folder && { defaultUri: Uri.joinPath(folder, name) }), filters: { [label]: [extension] }, title: t('Save the relevance table') });
  if (uri) {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const open = t('Open');
    const size = counted.lines(text.split('\n').length);
    if (await window.showInformationMessage(t('Saved the relevance table ({0}) to {1}.', size, workspace.asRelativePath(uri)), open) === open) {
      await window.showTextDocument(uri);
    }
  }
}
