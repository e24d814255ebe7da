// SPDX-License-Identifier: MIT
// Entry of the extension in a browser: the server is a worker.
import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ClientApi } from './extension.ts';

export function activate(context: ExtensionContext): ClientApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  return activateWith(context, (id, name, options) => {
    let worker: Worker | undefined;
    context.subscriptions.push({ dispose: () => worker?.terminate() });
    return new LanguageClient(id, name, () => {
      worker?.terminate();
      worker = new Worker(script);
      // Not the worker itself: VS Code's own Worker makes objects that are no instance of it, and the client asks for that.
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    }, options);
  });
}

/** What is needed of the browser's own type; the project's other parts must not see such names at all. */
declare class Worker {
  constructor(script: string);
  terminate(): void;
}
