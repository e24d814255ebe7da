// SPDX-License-Identifier: MIT
// Entry of the extension where Node.js runs it: the server is a process of its own.
import { fork, type ChildProcess } from 'node:child_process';
import type { ExtensionContext } from 'vscode';
import { activateWith, type ClientApi } from './extension.ts';
import type { nodeClient } from './nodeClient.ts';

export function activate(context: ExtensionContext): ClientApi {
  let latest: ChildProcess | undefined;
  const start = (): ChildProcess => {
    latest?.kill();
    latest = fork(context.asAbsolutePath('dist/server.node.cjs'), ['--stdio'], {
      silent: true,
      // Where the extension is debugged, so may be the server.
      execArgv: process.execArgv.some((argument) => argument.startsWith('--inspect')) ? ['--nolazy', '--inspect=6009'] : [],
      // Where the editor's own executable is the Node.js that runs this.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    });
    return latest;
  };
  context.subscriptions.push({ dispose: () => latest?.kill() });
  return activateWith(context, (id, name, options) => {
    // The server starts while the client's code is loaded.
    let early: ChildProcess | undefined = start();
    const loaded = require(context.asAbsolutePath('dist/languageClient.node.cjs')) as { readonly nodeClient: typeof nodeClient };
    return Promise.resolve(loaded.nodeClient(id, name, options, () => {
      const child = early ?? start();
      early = undefined;
      return child;
    }));
  });
}

/** The extension host's, which also loads files beside the bundle. */
declare function require(path: string): unknown;
