// SPDX-License-Identifier: MIT
// Entry of the extension where Node.js runs it: the server is a process of its own.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type ClientApi } from './extension.ts';

export function activate(context: ExtensionContext): ClientApi {
  const module = context.asAbsolutePath('dist/server.node.cjs');
  const debug = { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, { run: { module, transport: TransportKind.ipc }, debug }, options));
}
