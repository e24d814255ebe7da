// SPDX-License-Identifier: MIT
import { Uri, window, type CancellationToken, type Disposable, type LogOutputChannel } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { reviewedNotification, type InitializationOptions, type ReviewedParams, type ReviewSummary } from '../../server/src/lsp/protocol.ts';
import { editableSchemes } from './documents.ts';
import { serveHostFiles } from './hostFiles.ts';

/** Makes the client for one host, not yet started. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The way to the server: it starts with the first need of it. */
export interface Connection extends Disposable {
  readonly output: LogOutputChannel;
  /** The running client. Rejects where the server does not start. */
  readonly client: () => Promise<BaseLanguageClient>;
  readonly request: <Result>(method: string, params: object, token?: CancellationToken) => Promise<Result>;
  readonly restart: () => Promise<void>;
}

export interface ConnectionEvents {
  readonly reviewed: (reviews: readonly ReviewSummary[], removed: readonly string[]) => void;
  /** The server is there again after it was gone, and knows nothing of what it did before. */
  readonly restarted: () => void;
}

/** Prepares the way to the server; starts nothing. */
export function connect(createClient: CreateClient, { reviewed, restarted }: ConnectionEvents): Connection {
  const output = window.createOutputChannel('XEP GDPR', { log: true });
  let running: Promise<BaseLanguageClient> | undefined;
  let created: BaseLanguageClient | undefined;

  const start = async (): Promise<BaseLanguageClient> => {
    const client = createClient('xepGdpr', 'XEP GDPR', clientOptions(output));
    created = client;
    client.onNotification(reviewedNotification, ({ reviews, removed }: ReviewedParams) => {
      reviewed(reviews.map((review) => ({ ...review, uri: canonicalUri(review.uri) })), removed.map(canonicalUri));
    });
    serveHostFiles(client);
    let ranBefore = false;
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        if (ranBefore) {
          restarted();
        }
        ranBefore = true;
      }
    });
    await client.start();
    return client;
  };
  const client = (): Promise<BaseLanguageClient> => {
    running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
  return {
    output, client,
    request: async (method, params, token) => (await client()).sendRequest(method, params, token),
    restart: async () => {
      if (running === undefined) {
        await client();
      } else {
        const started = await running;
        await started.stop();
        await started.start();
      }
    },
    dispose: () => {
      void created?.dispose();
      output.dispose();
    },
  };
}

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { hostFiles: true, summaries: true };
  return {
    documentSelector: editableSchemes().map((scheme) => ({ language: 'xml', scheme })),
    initializationOptions, outputChannel, diagnosticCollectionName: 'xep-gdpr',
  };
}

/** One form for one file, whatever the sender percent-encoded. */
function canonicalUri(uri: string): string {
  return Uri.parse(uri).toString();
}
