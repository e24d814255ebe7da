// SPDX-License-Identifier: MIT
import { CancellationTokenSource, DidChangeWatchedFilesNotification, FileChangeType, WatchKind, type FileSystemWatcher } from 'vscode-languageserver';
import { workspaceFileName } from '../dataset/index.ts';
import { closedFiles } from './closedFiles.ts';
import type { ServerContext } from './context.ts';
import type { OwnFiles } from './ownFiles.ts';
import { isSource, type WorkspaceReviewer } from './reviewWorkspace.ts';
import { nameOf, uriKey } from './uris.ts';
import { isAmong } from './workspaceFiles.ts';

const watchers: FileSystemWatcher[] = [
  ...['**/*.xml', '**/xep.ent', `**/${workspaceFileName}`].map((globPattern) => ({ globPattern })),
  // A folder that comes or goes is told of without the files in it.
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/**
 * Files that come, change and go: findings follow them. `refresh` makes everything anew that is shown of open documents.
 * Answers what is to be done once the client is initialized.
 */
export function watching(context: ServerContext, reviewer: WorkspaceReviewer, own: OwnFiles, refresh: () => void): () => void {
  const { connection, client, documents, files, store } = context;
  const closed = closedFiles(context, reviewer);
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
  const remove = (uris: readonly string[]): void => {
    closed.remove(uris);
    own.remove(uris);
  };
  /** Folders came or went. They may hold more than sources, so what surrounds open documents is looked for anew. */
  const followFolders = async (come: readonly string[]): Promise<void> => {
    files.forget();
    refresh();
    if (come.length > 0 && reviewer.hasRun()) {
      const keys = come.map(uriKey);
      await closed.follow((await files.list()).filter((uri) => isAmong(uriKey(uri), keys)));
    }
  };

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const named = (type: FileChangeType): string[] => changes.filter((change) => change.type === type).map(({ uri }) => uri);
    const [come, gone] = [named(FileChangeType.Created), named(FileChangeType.Deleted)];
    const surroundings = changes.some(({ uri }) => isSurrounding(uri));
    if (come.length > 0 || gone.length > 0 || surroundings) {
      files.forget(changes.map(({ uri }) => uri).filter((uri) => isSource(uri) || isSurrounding(uri)));
    }
    remove(gone);
    if ([...come, ...gone].some(mayBeFolder)) {
      void followFolders(come.filter(mayBeFolder));
    }
    if (surroundings) {
      reviewAll();
    } else {
      void closed.follow([...come, ...named(FileChangeType.Changed)]);
    }
  });
  connection.workspace.onDidDeleteFiles((params) => {
    files.forget();
    remove(params.files.map(({ uri }) => uri));
  });
  connection.workspace.onDidRenameFiles((params) => {
    remove(params.files.map(({ oldUri }) => oldUri));
    void followFolders(params.files.map(({ newUri }) => newUri));
  });
  documents.onDidClose(({ document }) => {
    // The file may differ from what was in the editor; and a document that is no file is gone.
    if (reviewer.hasRun() && isSource(document.uri)) {
      void closed.follow([document.uri]);
    } else {
      store.remove(document.uri);
      store.flush();
    }
  });
  return () => {
    if (client.registersWatchers) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        files.setFolders((await connection.workspace.getWorkspaceFolders() ?? []).map(({ uri }) => uri));
        own.foldersChanged();
        reviewAll();
      });
    }
  };
}

/** Whether documents are reviewed differently because of a file. */
function isSurrounding(uri: string): boolean {
  return nameOf(uri) === 'xep.ent' || nameOf(uri) === workspaceFileName;
}

/** Nothing tells a folder from a file once it is gone; files mostly have an extension. */
function mayBeFolder(uri: string): boolean {
  return !isSurrounding(uri) && !/\.\w{1,8}$/.test(nameOf(uri));
}

/** File operations by which an editor tells of folders too, which watchers do not. */
export const fileOperations = { filters: [{ pattern: { glob: '**/*' } }] };
