// SPDX-License-Identifier: MIT
// Entry of the server in a web worker. The client says where the dataset is: the worker may not know its own address.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { datasetLoader } from './datasetLoader.ts';
import { startServer } from './server.ts';

/** The worker itself, as far as it is used here: messages from and to the page that made it, and files of the extension. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & ConstructorParameters<typeof BrowserMessageWriter>[0] & {
  fetch(url: string): Promise<{ readonly ok: boolean; text(): Promise<string> }>;
};

let dataset = '';
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), datasetLoader(() => dataset), {
  async prepare({ dataset: url }) {
    const answer = url === undefined ? undefined : await self.fetch(url);
    if (!answer?.ok) {
      throw new Error(`The dataset cannot be read from ${url ?? 'nowhere: initializationOptions.dataset names its address'}.`);
    }
    dataset = await answer.text();
  },
});
