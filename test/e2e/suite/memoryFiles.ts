// SPDX-License-Identifier: MIT
// A file system that is in no folder of any disk, as those of editors in the browser are: it can be read, not searched.
import * as vscode from 'vscode';

export interface MemoryFiles extends vscode.Disposable {
  /** Puts a text at a path and says so; null takes it away. */
  readonly put: (path: string, text: string | null) => void;
}

/** Serves texts by path under a scheme, read-only. */
export function memoryFiles(scheme: string, initial: Readonly<Record<string, string>>): MemoryFiles {
  const texts = new Map(Object.entries(initial));
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const below = (path: string): string[] => [...texts.keys()].filter((one) => one.startsWith(path === '/' ? '/' : `${path}/`));
  const missing = (uri: vscode.Uri): Error => vscode.FileSystemError.FileNotFound(uri);
  const refuse = (): never => { throw vscode.FileSystemError.NoPermissions('read-only'); };
  const registration = vscode.workspace.registerFileSystemProvider(scheme, {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose: () => undefined }),
    stat: (uri) => {
      const text = texts.get(uri.path);
      if (text === undefined && below(uri.path).length === 0) {
        throw missing(uri);
      }
      return { type: text === undefined ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: text?.length ?? 0, size: text?.length ?? 0, permissions: vscode.FilePermission.Readonly };
    },
    readDirectory: (uri) => {
      const names = new Map<string, vscode.FileType>();
      for (const path of below(uri.path)) {
        const [name = '', ...rest] = path.slice(uri.path === '/' ? 1 : uri.path.length + 1).split('/');
        names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
      }
      return [...names];
    },
    readFile: (uri) => {
      const text = texts.get(uri.path);
      if (text === undefined) {
        throw missing(uri);
      }
      return new TextEncoder().encode(text);
    },
    writeFile: refuse, createDirectory: refuse, delete: refuse, rename: refuse,
  }, { isReadonly: true });
  return {
    put: (path, text) => {
      const known = texts.has(path);
      if (text === null) {
        texts.delete(path);
      } else {
        texts.set(path, text);
      }
      const type = text === null ? vscode.FileChangeType.Deleted : known ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      changes.fire([{ type, uri: vscode.Uri.from({ scheme, authority: 'github', path }) }]);
    },
    dispose: () => { vscode.Disposable.from(registration, changes).dispose(); },
  };
}
