// SPDX-License-Identifier: MIT
import { Uri, window, type CancellationToken, type Disposable, type LogOutputChannel } from 'vscode';
import { ErrorCodes, ResponseError, State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
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
  let ranBefore = false;

  const start = async (): Promise<BaseLanguageClient> => {
    const client = createClient('xepGdpr', 'XEP GDPR', clientOptions(output));
    created = client;
    client.onNotification(reviewedNotification, ({ reviews, removed }: ReviewedParams) => {
      reviewed(reviews.map((review) => ({ ...review, uri: canonicalUri(review.uri) })), removed.map(canonicalUri));
    });
    serveHostFiles(client);
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
      const old = created;
      running = undefined;
      created = undefined;
      // A server that crashed too often, or is just starting, cannot be stopped; a new one serves all the same.
      await old?.dispose().catch((error: unknown) => { output.warn(String(error)); });
      await client();
    },
    dispose: () => {
      void created?.dispose();
      output.dispose();
    },
  };
}

/** Whether a request failed because the server went away before it answered. */
export function isLostAnswer(error: unknown): boolean {
  return error instanceof ResponseError && (error.code === ErrorCodes.PendingResponseRejected || error.code === ErrorCodes.ConnectionInactive);
}

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { hostFiles: true, summaries: true, commands: true };
  return {
    documentSelector: editableSchemes().map((scheme) => ({ language: 'xml', scheme })),
    initializationOptions, outputChannel, diagnosticCollectionName: 'xep-gdpr',
  };
}

/** One form for one file, whatever the sender percent-encoded. */
function canonicalUri(uri: string): string {
  return Uri.parse(uri).toString();
}
