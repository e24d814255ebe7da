// SPDX-License-Identifier: MIT
// A client without an editor: the real protocol, in the same process, over streams to the server's sources or over a port to the worker's bundle.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'esbuild';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type Diagnostic, type InitializeResult, type Message } from 'vscode-languageserver/node';
import { bundles } from '../../scripts/build.mjs';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import type { DiskFiles } from '../../server/src/lsp/fileAccess.ts';
import { startServer } from '../../server/src/lsp/server.ts';

/** A way to the server: whole messages, in order. */
interface Wire {
  send(message: object): void;
  receive(listener: (message: Incoming) => void): void;
  close(): void;
}

interface Incoming {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Host {
  readonly name: string;
  /** Files that the server reads itself; a worker has none. */
  readonly ownFiles: boolean;
  start(files?: DiskFiles): Promise<Wire>;
}

const dataset = bundledDataset();

export const streams: Host = {
  name: 'over streams',
  ownFiles: true,
  start(files) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(connection, (own) => (own ? bundledDataset(own) : dataset), { ...files && { files }, operator: () => Promise.resolve(readFileSync(operatorFile, 'utf8')), panelFile: (file) => Promise.resolve(readFileSync(new URL(file, panelFolder), 'utf8')) });
    const writer = new StreamMessageWriter(toServer);
    const reader = new StreamMessageReader(toClient);
    return Promise.resolve({
      send: (message) => void writer.write(message as Message),
      receive: (listener) => void reader.listen((message) => listener(message as Incoming)),
      // Streams in memory hold nothing: what is still on its way may arrive.
      close: () => {},
    });
  },
};

let workerCode: Promise<string> | undefined;

async function buildWorker(): Promise<string> {
  const bundle = bundles.find(({ outfile }) => outfile === 'dist/server.browser.js');
  const { outputFiles } = await build({ ...bundle, minify: false, write: false });
  return outputFiles?.[0]?.text ?? '';
}

const datasetFile = new URL('../../server/generated/dataset.json', import.meta.url);
const operatorFile = new URL('../../server/generated/operator.json', import.meta.url);

const panelFolder = new URL('../../dist/', import.meta.url);

/** Files of the extension, which a page would serve. */
function fileAnswer(url: string): Promise<Response> {
  const file = [datasetFile, operatorFile, new URL('panel.js', panelFolder), new URL('panel.css', panelFolder)].find(({ href }) => href === url);
  return Promise.resolve(file ? new Response(readFileSync(file)) : new Response('', { status: 404 }));
}

/** The worker's bundle sees what a worker has, and nothing of Node.js. */
export const worker: Host = {
  name: 'in a worker',
  ownFiles: false,
  async start() {
    const code = await (workerCode ??= buildWorker());
    const { port1, port2 } = new MessageChannel();
    runInNewContext(code, { self: Object.assign(port2, { fetch: fileAnswer }), setTimeout, clearTimeout, performance, TextDecoder, TextEncoder, crypto, btoa, console });
    return {
      send: (message) => port1.postMessage(message),
      receive: (listener) => void port1.on('message', listener),
      close: () => port1.close(),
    };
  },
};

/** What an editor of today can do. */
export const capable: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, publishDiagnostics: { relatedInformation: true } },
  workspace: { configuration: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true }, didChangeConfiguration: { dynamicRegistration: true } },
};

/** The same without pull: diagnostics are sent. */
export const pushed: ClientCapabilities = { ...capable, textDocument: { publishDiagnostics: { relatedInformation: true } } };

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  /** Files of the workspace, read by way of the client. Tests may change it. */
  readonly hostFiles?: Map<string, string>;
  /** Files that the server reads itself. */
  readonly ownFiles?: DiskFiles;
  readonly folders?: readonly string[];
  /** Which of `hostFiles` the client lists; default: all. */
  readonly lists?: (uri: string) => boolean;
  readonly settings?: object;
}

export const folder = 'file:///xeps';

export interface Client {
  readonly initialized: InitializeResult;
  readonly settings: { value: object };
  /** What the client says when it is asked for its workspace folders. */
  readonly folders: { value: readonly string[] };
  /** Notifications of one method that came so far. */
  readonly received: (method: string) => readonly unknown[];
  request<Result>(method: string, params: object): Promise<Result> & { readonly id: number };
  notify(method: string, params: object): void;
  /** Waits for a notification (or request) of the server that passes, one that came before included. */
  next<Params>(method: string, passes?: (params: Params) => boolean): Promise<Params>;
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, ...changes: readonly object[]): void;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  close(): Promise<void>;
}

/** Starts a server on a host and shakes hands. */
export async function connect(host: Host, options: Options = {}): Promise<Client> {
  const wire = await host.start(options.ownFiles);
  const pending = new Map<number | string, { resolve(value: unknown): void; reject(error: Error): void }>();
  const log: { method: string; params: unknown }[] = [];
  const waiting = new Set<() => void>();
  const settings = { value: options.settings ?? {} };
  const folders = { value: options.folders ?? [folder] };
  let lastId = 0;

  const reply = (method: string, params: unknown): unknown => {
    switch (method) {
      case 'workspace/configuration': return (params as { items: object[] }).items.map(() => settings.value);
      case 'workspace/workspaceFolders': return folders.value.map((uri) => ({ uri, name: uri }));
      case 'xepGdpr/findFiles': return { uris: [...options.hostFiles?.keys() ?? []].filter(options.lists ?? (() => true)) };
      case 'xepGdpr/readFile': return { text: options.hostFiles?.get((params as { uri: string }).uri) ?? null };
      default: return null;
    }
  };
  wire.receive((message) => {
    if (message.method !== undefined) {
      log.push({ method: message.method, params: message.params });
      if (message.id !== undefined) {
        wire.send({ jsonrpc: '2.0', id: message.id, result: reply(message.method, message.params) });
      }
      waiting.forEach((look) => look());
    } else if (message.id !== undefined) {
      const request = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) {
        request?.reject(Object.assign(new Error(message.error.message), { code: message.error.code }));
      } else {
        request?.resolve(message.result);
      }
    }
  });
  const client: Omit<Client, 'initialized'> = {
    settings, folders,
    received: (method) => log.filter((entry) => entry.method === method).map(({ params }) => params),
    request<Result>(method: string, params: object) {
      const id = ++lastId;
      const result = new Promise<Result>((resolve, reject) => pending.set(id, { resolve: resolve as (value: unknown) => void, reject }));
      wire.send({ jsonrpc: '2.0', id, method, params });
      return Object.assign(result, { id });
    },
    notify: (method, params) => wire.send({ jsonrpc: '2.0', method, params }),
    next<Params>(method: string, passes: (params: Params) => boolean = () => true) {
      return new Promise<Params>((resolve) => {
        const look = (): void => {
          const found = log.find((entry) => entry.method === method && passes(entry.params as Params));
          if (found) {
            waiting.delete(look);
            resolve(found.params as Params);
          }
        };
        waiting.add(look);
        look();
      });
    },
    open: (uri, text, languageId = 'xml') => client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, ...contentChanges) => client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    pull: async (uri) => (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items,
    async close() {
      await client.request('shutdown', {});
      wire.close();
    },
  };
  const initialized = await client.request<InitializeResult>('initialize', {
    processId: null, rootUri: null, capabilities: options.capabilities ?? capable,
    workspaceFolders: folders.value.map((uri) => ({ uri, name: uri })),
    initializationOptions: { hostFiles: options.hostFiles !== undefined, commands: true, dataset: datasetFile.href, operator: operatorFile.href, panel: panelFolder.href, ...options.initializationOptions },
  }).catch((error: unknown) => {
    wire.close();
    throw error;
  });
  client.notify('initialized', {});
  return { ...client, initialized };
}

/** Every suite runs on each of them. */
export const hosts: readonly Host[] = [streams, worker];

/** Position of the n-th place (from 0) where `part` stands in `text`, moved by `shift` characters; in UTF-16. */
export function positionOf(text: string, part: string, shift = 1, n = 0): { readonly line: number; readonly character: number } {
  let at = text.indexOf(part);
  for (let count = 0; count < n; count++) {
    at = text.indexOf(part, at + 1);
  }
  if (at < 0) {
    throw new Error(`"${part}" is not in the text`);
  }
  const before = text.slice(0, at + shift);
  return { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
}

/** Diagnostics one per line: `line:character severity code message`, 1-based as editors show them. */
export function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ range: { start }, severity, code, message }) => `${start.line + 1}:${start.character + 1} ${['', 'error', 'warning', 'information', 'hint'][severity ?? 0] ?? ''} ${code ?? ''} ${typeof message === 'string' ? message : message.value}`);
}
