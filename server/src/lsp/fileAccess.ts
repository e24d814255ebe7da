// SPDX-License-Identifier: MIT
import type { Connection } from 'vscode-languageserver';
import { findFilesRequest, readFileRequest, type FindFilesResult, type ReadFileParams, type ReadFileResult } from './protocol.ts';

/** Where the files of a workspace come from. Neither function rejects. */
export interface FileAccess {
  /** URIs of the files below the folders that may matter: `*.xml`, `xep.ent`, `.xep-gdpr.json`. */
  find(folders: readonly string[]): Promise<readonly string[]>;
  /** A file's text without a byte order mark, or null where it cannot be read as text, or leads out of the folder that it is looked for in. */
  read(uri: string, folder?: string): Promise<string | null>;
}

/** Files on a disk, where links may lead anywhere. */
export interface DiskFiles extends FileAccess {
  /** Those of the files that lie in one of the folders, wherever links lead. */
  within(uris: readonly string[], folders: readonly string[]): Promise<readonly string[]>;
}

/** Files by way of the client, which may keep them anywhere. What is on the disk that the server sees too (`own`) it reads itself: much faster when there are many. */
export function hostFiles(connection: Connection, own: DiskFiles | undefined): FileAccess {
  return {
    async find(folders) {
      try {
        const { uris } = await connection.sendRequest<FindFilesResult>(findFilesRequest);
        return own ? await own.within(uris, folders) : uris;
      } catch {
        return [];
      }
    },
    async read(uri, folder) {
      if (own && uri.startsWith('file:')) {
        return own.read(uri, folder);
      }
      try {
        const { text } = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri } satisfies ReadFileParams);
        return text?.replace(/^\uFEFF/, '') ?? null;
      } catch {
        return null;
      }
    },
  };
}

/** For hosts without files: open documents are all there is. */
export const noFiles: FileAccess = { find: () => Promise.resolve([]), read: () => Promise.resolve(null) };
