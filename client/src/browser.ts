// SPDX-License-Identifier: MIT
// Entry of the extension in a browser: the server is a worker.
import { Uri, type ExtensionContext } from 'vscode';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { activateWith, type ClientApi } from './extension.ts';

export function activate(context: ExtensionContext): ClientApi {
  const addressOf = (...path: readonly string[]): string => Uri.joinPath(context.extensionUri, ...path).toString(true);
  const script = addressOf('dist', 'server.browser.js');
  let latest: Worker | undefined;
  const start = (): Worker => {
    latest?.terminate();
    latest = new Worker(script);
    return latest;
  };
  context.subscriptions.push({ dispose: () => latest?.terminate() });
  return activateWith(context, async (id, name, options) => {
    // The server starts while the client's code, which is in the same file and yet asleep, wakes up.
    let early: Worker | undefined = start();
    const { browserClient } = await import('./browserClient.ts');
    const initializationOptions: InitializationOptions = {
      ...options.initializationOptions as InitializationOptions,
      dataset: addressOf('dist', 'dataset.json'), operator: addressOf('dist', 'operator.json'), pages: `${addressOf('docs', 'findings')}/`,
    };
    return browserClient(id, name, { ...options, initializationOptions }, () => {
      const worker = early ?? start();
      early = undefined;
      return worker;
    });
  });
}

/** What is needed of the browser's own type; the project's other parts must not see such names at all. */
declare class Worker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  constructor(script: string);
  postMessage(message: unknown): void;
  terminate(): void;
}
