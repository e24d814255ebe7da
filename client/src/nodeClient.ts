// SPDX-License-Identifier: MIT
// A bundle of its own, loaded with the first need of the server.
import type { ChildProcess } from 'node:child_process';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/node';
import { errorHandler, serverClient, type ServerClient } from './languageClient.ts';

/** A client, not yet started; `launch` gives a process of the server whenever one is needed. */
export function nodeClient(id: string, name: string, options: LanguageClientOptions, launch: () => ChildProcess): ServerClient {
  return serverClient(new LanguageClient(id, name, () => Promise.resolve(launch()), { ...options, errorHandler }));
}
