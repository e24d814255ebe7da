// SPDX-License-Identifier: MIT
import { Range, workspace, type Disposable, type TextDocument } from 'vscode';
import { looksLikeXep } from './xepDocument.ts';


/**
 * Schemes of documents that somebody edits. A selector cannot leave out schemes, so those of versions and diffs (`git:` and its like)
 * stay out by not being named: known ones, those of the workspace's folders, and any other that can be written.
 */
export function editableSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const open = workspace.textDocuments.map(({ uri }) => uri.scheme).filter((scheme) => workspace.fs.isWritableFileSystem(scheme) === true);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', ...folders, ...open])].filter((scheme) => scheme !== 'git');
}

/** Calls back once, as soon as a XEP is open: other XML documents need no server. */
export function onFirstXep(found: () => void): Disposable {
  const isXep = (document: TextDocument): boolean => document.languageId === 'xml' && looksLikeXep(document.getText(new Range(0, 0, 100, 0)));
  const look = (document: TextDocument): void => {
    if (isXep(document)) {
      listeners.forEach((listener) => { listener.dispose(); });
      found();
    }
  };
  const listeners: Disposable[] = [workspace.onDidOpenTextDocument(look), workspace.onDidChangeTextDocument(({ document }) => { look(document); })];
  const open = workspace.textDocuments.find(isXep);
  if (open) {
    look(open);
  }
  return { dispose: () => { listeners.forEach((listener) => { listener.dispose(); }); } };
}
