// SPDX-License-Identifier: MIT
// Entry of the server in a web worker. The client says where dataset and operator data are: the worker may not know its own address.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { datasetLoader } from './datasetLoader.ts';
import { startServer } from './server.ts';

/** The worker itself, as far as it is used here: messages from and to the page that made it, and files of the extension. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & ConstructorParameters<typeof BrowserMessageWriter>[0] & {
  fetch(url: string): Promise<{ readonly ok: boolean; text(): Promise<string> }>;
};

async function textAt(url: string | undefined, what: string): Promise<string> {
  const answer = url === undefined ? undefined : await self.fetch(url);
  if (!answer?.ok) {
    throw new Error(`The ${what} cannot be read from ${url ?? `nowhere: initializationOptions.${what} names its address`}.`);
  }
  return answer.text();
}

let dataset = '';
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), datasetLoader(() => dataset), {
  async prepare({ dataset: url }) {
    dataset = await textAt(url, 'dataset');
  },
  operator: ({ operator: url }) => textAt(url, 'operator'),
});
