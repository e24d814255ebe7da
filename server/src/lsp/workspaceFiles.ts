// SPDX-License-Identifier: MIT
import { readEntityFile } from '../xep/index.ts';
import type { EntityTable } from '../xml/index.ts';
import type { FileAccess } from './fileAccess.ts';
import { folderHolding, folderOf, isBelow, nameOf, uriKey } from './uris.ts';

/** A file with its text. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
}

/** The files of the workspace folders, listed and read when first asked for. */
export interface WorkspaceFiles {
  folders(): readonly string[];
  setFolders(folders: readonly string[]): void;
  /** Whether a file lies in one of the folders that the workspace has now. */
  holds(uri: string): boolean;
  list(): Promise<readonly string[]>;
  read(uri: string): Promise<string | null>;
  /** The file of this name nearest above a document: in its folder or one above, up to its workspace folder, never outside. */
  above(uri: string, name: string): Promise<TextFile | undefined>;
  /** Entities of the `xep.ent` nearest above a document. */
  entities(uri: string): Promise<EntityTable | undefined>;
  /** Forgets what files came, went or changed; without names everything. */
  forget(uris?: readonly string[]): void;
}

export function workspaceFiles(access: FileAccess, initialFolders: readonly string[]): WorkspaceFiles {
  let folders = initialFolders.map(withoutSlash);
  let listed: Promise<readonly string[]> | undefined;
  const nearest = new Map<string, Promise<TextFile | undefined>>();
  let entityTables = new WeakMap<TextFile, EntityTable>();

  const inFolder = (folder: string, name: string, top: string): Promise<TextFile | undefined> => {
    const key = `${folder}/${name}`;
    let found = nearest.get(key);
    if (!found) {
      found = access.read(key, top).then((text) => (text !== null ? { uri: key, text } : folder === top ? undefined : inFolder(folderOf(folder), name, top)));
      nearest.set(key, found);
    }
    return found;
  };
  const above = (uri: string, name: string): Promise<TextFile | undefined> => {
    const top = folderHolding(uri, folders);
    return top === undefined ? Promise.resolve(undefined) : inFolder(folderOf(uri), name, top);
  };
  return {
    above,
    folders: () => folders,
    holds: (uri) => folderHolding(uriKey(uri), folders.map(uriKey)) !== undefined,
    setFolders(changed) {
      folders = changed.map(withoutSlash);
      this.forget();
    },
    list: () => (listed ??= folders.length === 0 ? Promise.resolve([]) : access.find(folders)),
    read: (uri) => access.read(uri, folderHolding(uri, folders)),
    async entities(uri) {
      const file = await above(uri, 'xep.ent');
      if (!file) {
        return undefined;
      }
      let table = entityTables.get(file);
      if (!table) {
        table = readEntityFile(file.text);
        entityTables.set(file, table);
      }
      return table;
    },
    forget(uris) {
      listed = undefined;
      if (uris === undefined || uris.some((uri) => !/\.xml$/i.test(nameOf(uri)))) {
        nearest.clear();
        entityTables = new WeakMap();
      }
    },
  };
}

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}

/** Whether a URI is one of the given, or lies in a folder among them. */
export function isAmong(uri: string, uris: readonly string[]): boolean {
  return uris.some((one) => isBelow(uri, withoutSlash(one)));
}
