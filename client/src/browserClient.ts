// SPDX-License-Identifier: MIT
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { errorHandler, serverClient, type ServerClient } from './languageClient.ts';

type MessagePortLike = ConstructorParameters<typeof BrowserMessageReader>[0];

/** A client, not yet started; `launch` gives a worker with the server whenever one is needed. */
export function browserClient(id: string, name: string, options: LanguageClientOptions, launch: () => MessagePortLike): ServerClient {
  return serverClient(new LanguageClient(id, name, () => {
    const worker = launch();
    // Not the worker itself: VS Code's own Worker makes objects that are no instance of it, and the client asks for that.
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  }, { ...options, errorHandler }));
}
