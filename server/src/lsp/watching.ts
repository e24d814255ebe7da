// SPDX-License-Identifier: MIT
import { CancellationTokenSource, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { workspaceFileName } from '../dataset/index.ts';
import type { ServerContext } from './context.ts';
import { isSource, type WorkspaceReviewer } from './reviewWorkspace.ts';
import { nameOf, uriKey } from './uris.ts';
import { isAmong } from './workspaceFiles.ts';

const watched = ['**/*.xml', '**/xep.ent', `**/${workspaceFileName}`];

/** Files that come, change and go: findings follow them. `refresh` makes everything anew that is shown of open documents. */
export function watching(context: ServerContext, reviewer: WorkspaceReviewer, refresh: () => void): void {
  const { connection, client, documents, files, reviews, store } = context;
  let background: CancellationTokenSource | undefined;

  /** Surroundings changed: every finding may be another one. */
  const reviewAll = (): void => {
    refresh();
    if (reviewer.hasRun()) {
      background?.cancel();
      background = new CancellationTokenSource();
      void reviewer.run(background.token);
    }
  };
  const reviewFile = async (uri: string): Promise<void> => {
    if (!isSource(uri) || !reviewer.hasRun() || isOpen(uri)) {
      return;
    }
    const text = await files.read(uri);
    const findings = text === null ? undefined : (await reviews.ofText(uri, text))?.findings;
    if (isOpen(uri)) {
      return;
    }
    if (findings) {
      store.put(findings);
    } else {
      store.remove(uri);
    }
  };
  const isOpen = (uri: string): boolean => documents.keys().some((open) => uriKey(open) === uriKey(uri));
  const remove = (gone: readonly string[]): void => {
    const keys = gone.map(uriKey);
    const lost = [...store.all()].map(({ uri }) => uri).filter((uri) => isAmong(uriKey(uri), keys) && !isOpen(uri));
    lost.forEach((uri) => store.remove(uri));
    const clear = [...lost, ...gone.filter((uri) => nameOf(uri) === workspaceFileName)];
    clear.forEach((uri) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
    store.flush();
  };

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const surroundings = changes.some(({ uri }) => !/\.xml$/i.test(nameOf(uri)));
    const come = changes.some(({ type }) => type !== FileChangeType.Changed);
    if (come || surroundings) {
      files.forget(changes.map(({ uri }) => uri));
    }
    remove(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
    if (surroundings) {
      reviewAll();
    } else {
      changes.filter(({ type }) => type !== FileChangeType.Deleted).forEach(({ uri }) => void reviewFile(uri));
    }
  });
  connection.workspace.onDidDeleteFiles((params) => {
    files.forget();
    remove(params.files.map(({ uri }) => uri));
  });
  connection.workspace.onDidRenameFiles((params) => {
    files.forget();
    remove(params.files.map(({ oldUri }) => oldUri));
    params.files.forEach(({ newUri }) => void reviewFile(newUri));
  });
  documents.onDidClose(({ document }) => {
    // The file may differ from what was in the editor; and a document that is no file is gone.
    if (reviewer.hasRun()) {
      void reviewFile(document.uri);
    } else {
      store.remove(document.uri);
      store.flush();
    }
  });
  connection.onInitialized(() => {
    if (client.registersWatchers) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched.map((globPattern) => ({ globPattern })) });
    }
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        files.setFolders((await connection.workspace.getWorkspaceFolders() ?? []).map(({ uri }) => uri));
        reviewAll();
      });
    }
  });
}

/** File operations by which an editor tells of folders too, which watchers do not. */
export const fileOperations = { filters: [{ pattern: { glob: '**/*' } }] };
