// SPDX-License-Identifier: MIT
import { FileType, Uri, workspace, type Disposable } from 'vscode';
import { findFilesRequest, readFileRequest, type FindFilesResult, type ReadFileParams, type ReadFileResult } from '../../server/src/lsp/protocol.ts';
import type { ServerClient } from './languageClient.ts';

/** Answers the server's questions for files, so that it can review workspaces that are on no disk of its own. */
export function serveHostFiles(client: ServerClient): readonly Disposable[] {
  return [
    client.onRequest(findFilesRequest, async (): Promise<FindFilesResult> => ({ uris: (await findFiles()).map(String) })),
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => ({ text: await readText(Uri.parse(uri)) })),
  ];
}

/** A file's text as it is stored; null where it cannot be read, or is in no folder of the workspace. */
async function readText(uri: Uri): Promise<string | null> {
  if (!workspace.getWorkspaceFolder(uri)) {
    return null;
  }
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function findFiles(): Promise<readonly Uri[]> {
  const found = await workspace.findFiles('**/{*.xml,xep.ent,.xep-gdpr.json}', '**/{node_modules,.git}/**');
  // Some virtual file systems cannot search; their folders are walked.
  const unsearched = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme !== 'file' && !found.some((file) => file.toString().startsWith(`${uri.toString()}/`)));
  const walked = await Promise.all(unsearched.map(({ uri }) => walk(uri, 8)));
  return [...found, ...walked.flat()];
}

async function walk(folder: Uri, depth: number): Promise<readonly Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then((read) => read, () => []);
  const found = await Promise.all(entries.map(([name, type]): Promise<readonly Uri[]> => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) {
      return depth > 0 && name !== 'node_modules' && name !== '.git' ? walk(uri, depth - 1) : Promise.resolve([]);
    }
    // Links, to files or folders, may lead anywhere.
    return Promise.resolve(type === FileType.File && /\.xml$|^xep\.ent$|^\.xep-gdpr\.json$/.test(name) ? [uri] : []);
  }));
  return found.flat();
}
