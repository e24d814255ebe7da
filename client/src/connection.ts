// SPDX-License-Identifier: MIT
import { l10n, Uri, window, type CancellationToken, type Disposable, type LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { reviewedNotification, type InitializationOptions, type ReviewedParams, type ReviewSummary } from '../../server/src/lsp/protocol.ts';
import { editableSchemes } from './documents.ts';
import { serveHostFiles } from './hostFiles.ts';
import { inMessage } from './plainText.ts';
import type { ServerClient } from './languageClient.ts';
import { restartLimit } from './restarts.ts';

/** Makes the client for one host, not yet started. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<ServerClient>;

/** The way to the server: it starts with the first need of it. */
export interface Connection extends Disposable {
  readonly output: LogOutputChannel;
  /** The running client. Rejects where the server does not start. */
  readonly client: () => Promise<ServerClient>;
  readonly request: <Result>(method: string, params: object, token?: CancellationToken) => Promise<Result>;
  readonly restart: () => Promise<void>;
}

export interface ConnectionEvents {
  readonly reviewed: (reviews: readonly ReviewSummary[], removed: readonly string[]) => void;
  /** The server is there again after it was gone, and knows nothing of what it did before. */
  readonly restarted: () => void;
}

const id = 'xepGdpr';
const name = 'XEP GDPR';

/** Prepares the way to the server; starts nothing. */
export function connect(createClient: CreateClient, { reviewed, restarted }: ConnectionEvents): Connection {
  const output = window.createOutputChannel(name, { log: true });
  let running: Promise<ServerClient> | undefined;
  let created: ServerClient | undefined;
  let ranBefore = false;
  let mayRestart = restartLimit();

  const start = async (): Promise<ServerClient> => {
    const client = await createClient(id, name, clientOptions(output));
    created = client;
    let started = false;
    client.onNotification<ReviewedParams>(reviewedNotification, ({ reviews, removed }) => {
      reviewed(reviews.map((review) => ({ ...review, uri: canonicalUri(review.uri) })), removed.map(canonicalUri));
    });
    serveHostFiles(client);
    client.onRunning(() => {
      if (ranBefore) {
        restarted();
      }
      ranBefore = true;
    });
    client.onGone(() => {
      if (started && created === client) {
        comeBack();
      }
    });
    try {
      await client.start();
    } catch (error) {
      // It went away while it started. Somebody may have asked for another one meanwhile.
      if (created === client && mayRestart(Date.now())) {
        output.warn(String(error));
        return start();
      }
      throw error;
    }
    started = true;
    return client;
  };
  const client = (): Promise<ServerClient> => {
    if (!running) {
      const begun = start().catch((error: unknown) => {
        running = running === begun ? undefined : running;
        throw error;
      });
      running = begun;
    }
    return running;
  };
  const comeBack = (): void => {
    running = undefined;
    created = undefined;
    if (mayRestart(Date.now())) {
      client().catch((error: unknown) => { output.error(String(error)); });
    } else {
      void window.showErrorMessage(inMessage(l10n.t('The server of {0} went away again and again. The command “Restart Language Server” starts it once more; the output says what happened.', name)));
    }
  };
  return {
    output, client,
    request: async (method, params, token) => (await client()).request(method, params, token),
    restart: async () => {
      const old = created;
      running = undefined;
      created = undefined;
      mayRestart = restartLimit();
      // A server that is just starting cannot be stopped; a new one serves all the same.
      await old?.dispose().catch((error: unknown) => { output.warn(String(error)); });
      await client();
    },
    dispose: () => {
      const last = created;
      created = undefined;
      void last?.dispose();
      output.dispose();
    },
  };
}

/** Codes of the protocol's library, and of Node.js, for answers that can no longer come: writing failed, response rejected, connection inactive. */
const lostCodes: ReadonlySet<unknown> = new Set([-32099, -32097, -32096, 'EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET']);

/** Whether a request failed because the server went away before it answered. */
export function isLostAnswer(error: unknown): boolean {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown };
  return lostCodes.has(code);
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
