// SPDX-License-Identifier: MIT
// Entry of the server in a web worker.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { bundledDataset } from './bundledDataset.ts';
import { startServer } from './server.ts';

/** The worker itself, as far as it is used here: messages from and to the page that made it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & ConstructorParameters<typeof BrowserMessageWriter>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), bundledDataset);
