// SPDX-License-Identifier: MIT
import type { CancellationToken, Disposable } from 'vscode';
import { CloseAction, ErrorAction, State, WorkDoneProgress, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';

/** What a request reports while it is worked on. */
export interface WorkDone {
  readonly message?: string;
  readonly percentage?: number;
}

/** A client of the language server, as far as the extension needs one. The library behind it is large, so nothing else imports its code. */
export interface ServerClient {
  readonly start: () => Promise<void>;
  readonly dispose: () => Promise<void>;
  readonly request: <Result>(method: string, params: object, token?: CancellationToken) => Promise<Result>;
  readonly onNotification: <Params>(method: string, listener: (params: Params) => void) => Disposable;
  readonly onRequest: <Params, Result>(method: string, answer: (params: Params) => Promise<Result>) => Disposable;
  readonly onProgress: (token: string, listener: (report: WorkDone) => void) => Disposable;
  /** The server runs. */
  readonly onRunning: (listener: () => void) => Disposable;
  /** The server ran and is gone. */
  readonly onGone: (listener: () => void) => Disposable;
}

/** What the library's client does for the extension. */
export function serverClient(client: BaseLanguageClient): ServerClient {
  return {
    start: () => client.start(),
    dispose: () => client.dispose(),
    request: (method, params, token) => client.sendRequest(method, params, token),
    onNotification: (method, listener) => client.onNotification(method, listener),
    onRequest: (method, answer) => client.onRequest(method, answer),
    onProgress: (token, listener) => client.onProgress(WorkDoneProgress.type, token, listener),
    onRunning: (listener) => client.onDidChangeState(() => {
      if (client.isRunning()) {
        listener();
      }
    }),
    onGone: (listener) => client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) {
        listener();
      }
    }),
  };
}

/**
 * What to do when the way to the server breaks. The library's own handler gives up at the first write that fails. But writing to a server that has
 * just died fails, for all questions that wait in a row, before its end is known; and it is the end that has it started again. The library could do
 * that too, but not for one that dies while it starts: the start that fails stops the next one. So a new client is made (`connection.ts`).
 */
export const errorHandler: ErrorHandler = {
  error: () => ({ action: ErrorAction.Continue, handled: true }),
  closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
};
