// SPDX-License-Identifier: MIT
import { extensions, type Uri } from 'vscode';

/** What is asked of VS Code's own Git extension (its API of version 1). */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null;
  };
}

export type AtHead =
  | { readonly kind: 'text'; readonly text: string }
  /** The repository has no such file at HEAD. */
  | { readonly kind: 'new' }
  /** No Git extension, or no repository around the file. */
  | { readonly kind: 'no-repository' };

/** A file as the last commit has it. */
export async function atHead(uri: Uri): Promise<AtHead> {
  const git = extensions.getExtension<GitExtension>('vscode.git');
  const repository = git && (await git.activate()).getAPI(1).getRepository(uri);
  if (!repository) {
    return { kind: 'no-repository' };
  }
  try {
    return { kind: 'text', text: (await repository.show('HEAD', uri.fsPath)).replace(/^\uFEFF/, '') };
  } catch {
    return { kind: 'new' };
  }
}
