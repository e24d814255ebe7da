// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Range, Selection, TextEditorRevealType, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { privacySectionRequest, type PrivacySectionParams, type PrivacySectionResult } from '../../../server/src/lsp/protocol.ts';
import { editorRange } from '../editorRange.ts';
import { documentTitle } from '../xepDocument.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf } from './target.ts';

/** Puts what the review found into the Privacy Considerations, as points to answer: one step that can be undone. Shows where. */
export async function beginConsiderations({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const review = targetOf(store, argument)?.review;
  if (!review) {
    void window.showInformationMessage(t('Open a reviewed XEP first.'));
    return;
  }
  const editor = await window.showTextDocument(Uri.parse(review.uri), { preview: false });
  const { uri, version } = editor.document;
  const params: PrivacySectionParams = { uri: review.uri };
  const { edits, error } = await connection.request<PrivacySectionResult>(privacySectionRequest, params);
  if (error !== undefined || editor.document.version !== version) {
    void window.showWarningMessage(`XEP GDPR: ${error ?? t('The document changed meanwhile; nothing was put in.')}`);
    return;
  }
  const [first] = edits;
  if (!first) {
    void window.showInformationMessage(t('Nothing is left to add to the Privacy Considerations of {0}.', documentTitle(review)));
    return;
  }
  const edit = new WorkspaceEdit();
  edits.forEach(({ range, newText }) => { edit.replace(uri, editorRange(range), newText); });
  await workspace.applyEdit(edit);
  // From the beginning of its line: what is put in may begin behind a long one, and nobody wants to look at line ends.
  const { line } = first.range.start;
  editor.selection = new Selection(line + 1, 0, line + 1, 0);
  editor.revealRange(new Range(line, 0, line + 1, 0), TextEditorRevealType.InCenter);
}
