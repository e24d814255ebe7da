// SPDX-License-Identifier: MIT
import type { Diagnostic } from 'vscode-languageserver';
import type { WorkspaceFile } from '../dataset/index.ts';
import type { ServerContext } from './context.ts';
import type { FindingsStore } from './findingsStore.ts';
import { idleIgnores, type IgnoreUse, type IgnoreUses } from './ignoreUses.ts';
import { ownDataDiagnostics, today } from './ownData.ts';
import { folderOf, isBelow, pathOf, uriKey } from './uris.ts';
import { isAmong, type TextFile } from './workspaceFiles.ts';

/** A `.xep-gdpr.json` as it was read last. */
export interface OwnFile {
  readonly source: TextFile;
  readonly file: WorkspaceFile;
}

/** Says at their lines what is wrong in the workspace's own files, and which of their ignores do nothing; kept current. */
export interface OwnFiles {
  /** A file was read. */
  found(own: OwnFile): void;
  /** Files or folders are gone. */
  remove(uris: readonly string[]): void;
  /** The workspace has other folders: files outside them are forgotten. */
  foldersChanged(): void;
  /** Documents were reviewed, or are gone. */
  look(): void;
}

/** Milliseconds in which changes are put together: nobody waits for this while typing. */
const batchTime = 100;

/** `isComplete` tells whether all documents of the workspace were reviewed. */
export function ownFiles({ connection, client, documents, files, store }: Pick<ServerContext, 'connection' | 'client' | 'documents' | 'files' | 'store'>, uses: IgnoreUses, isComplete: () => boolean): OwnFiles {
  const current = new Map<string, OwnFile>();
  const shown = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (uri: string, diagnostics: Diagnostic[]): void => {
    const text = JSON.stringify(diagnostics);
    if ((shown.get(uri) ?? '[]') !== text) {
      shown.set(uri, text);
      void connection.sendDiagnostics({ uri, diagnostics });
    }
  };
  const judge = ({ source, file }: OwnFile): void => {
    const day = today(new Date());
    const expired = file.ignores.filter(({ until }) => until !== undefined && until < day);
    const live = file.ignores.filter(({ until }) => until === undefined || until >= day);
    const open = documents.keys().flatMap((uri) => uses.get(pathOf(uri, files.folders())) ?? []).filter((use) => use.source === source);
    const idle = live.length === 0 ? [] : idleIgnores(live, open, isComplete() ? usesBelow(source) : undefined);
    show(source.uri, ownDataDiagnostics({ source, file, expired, idle }, client));
  };
  /** Undefined while a document below the file was not reviewed since the file changed. */
  const usesBelow = (source: TextFile): readonly IgnoreUse[] | undefined => {
    const found: IgnoreUse[] = [];
    for (const { uri } of store.all()) {
      const use = isBelow(uriKey(uri), uriKey(folderOf(source.uri))) ? uses.get(pathOf(uri, files.folders())) : null;
      if (use === undefined || (use?.source.uri === source.uri && use.source !== source)) {
        return undefined;
      }
      if (use?.source === source) {
        found.push(use);
      }
    }
    return found;
  };
  const forget = (isGone: (uri: string) => boolean): void => {
    for (const uri of [...current.keys()].filter(isGone)) {
      current.delete(uri);
      show(uri, []);
    }
  };
  return {
    found(own) {
      // It may have been read before its folder left the workspace.
      if (!files.holds(own.source.uri)) {
        return;
      }
      current.set(own.source.uri, own);
      judge(own);
    },
    remove(uris) {
      const keys = uris.map(uriKey);
      forget((uri) => isAmong(uriKey(uri), keys));
    },
    foldersChanged: () => forget((uri) => !files.holds(uri)),
    look() {
      if (current.size > 0) {
        timer ??= setTimeout(() => {
          timer = undefined;
          current.forEach(judge);
        }, batchTime);
      }
    },
  };
}

/** A store that calls back whenever documents come, change or go. */
export function watchedStore(store: FindingsStore, changed: () => void): FindingsStore {
  return {
    ...store,
    put(findings) {
      store.put(findings);
      changed();
    },
    remove(uri) {
      store.remove(uri);
      changed();
    },
  };
}
