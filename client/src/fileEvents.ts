// SPDX-License-Identifier: MIT
import { workspace, type Disposable } from 'vscode';
import type { ReviewStore } from './reviews.ts';

/** Forgets files at once that the user deletes or renames, and those of folders that leave the workspace. The server reports what takes their place. */
export function followFiles(store: ReviewStore): Disposable {
  const isOpen = (uri: string): boolean => workspace.textDocuments.some((document) => document.uri.toString() === uri);
  const listeners = [
    workspace.onDidDeleteFiles(({ files }) => { files.forEach((uri) => { store.removeUnder(uri.toString()); }); }),
    workspace.onDidRenameFiles(({ files }) => { files.forEach(({ oldUri }) => { store.removeUnder(oldUri.toString()); }); }),
    workspace.onDidChangeWorkspaceFolders(({ removed }) => { removed.forEach(({ uri }) => { store.removeUnder(uri.toString(), isOpen); }); }),
  ];
  return { dispose: () => { listeners.forEach((listener) => { listener.dispose(); }); } };
}
