// SPDX-License-Identifier: MIT
import { Uri, ViewColumn, commands, window, workspace, type Disposable } from 'vscode';

/** Scheme of the read-only documents that stand beside a source; the query holds the text. */
const scheme = 'xep-gdpr-explanation';

/** Answers what stands in the documents that are shown beside. */
export function besideDocuments(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ query }) => query });
}

/** Shows Markdown beside the editor, as a preview where the editor has one. */
export async function showBeside(title: string, markdown: string): Promise<void> {
  const uri = Uri.from({ scheme, path: `/${title.replace(/[/\\?#]/g, ' ')}.md`, query: markdown });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
  }
}
