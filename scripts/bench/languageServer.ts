// SPDX-License-Identifier: MIT
// Any language server, driven over stdio as an editor does it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-languageserver/node';
import { lineIndex } from '../../server/src/xml/index.ts';
import { megabytesOf } from './contenders.ts';
import { applied, keystrokes, strokes, warmUp, type Keystroke } from './keystrokes.ts';

export interface LanguageServer {
  /** What it is started with. */
  readonly command: string;
  readonly args: readonly string[];
  readonly languageId: string;
  /** When a version counts as answered: its diagnostics have come, some diagnostics have come (of a server that names no version), or its symbols, asked for. */
  readonly answer: 'diagnostics' | 'any diagnostics' | 'symbols';
  readonly initializationOptions?: object;
}

export interface RunningServer {
  readonly connection: MessageConnection;
  readonly server: LanguageServer;
  readonly folder: string;
  /** Resident memory in MB; NaN where the system does not tell. */
  readonly memory: () => number;
  readonly end: () => void;
}

/** A server that has answered that it is initialized. */
export async function startServer(server: LanguageServer, folder: string): Promise<RunningServer> {
  const child = spawn(server.command, [...server.args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest(() => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: null, rootUri: uri, workspaceFolders: [{ uri, name: 'corpus' }],
    capabilities: { workspace: { workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true } } },
    initializationOptions: server.initializationOptions ?? {},
  });
  await connection.sendNotification('initialized', {});
  return { connection, server, folder, memory: () => megabytesOf(child.pid ?? 0, 'VmRSS') ?? Number.NaN, end: () => { connection.dispose(); child.kill(); } };
}

/** Milliseconds to the answer to a document that is opened. */
export async function openDocument(running: RunningServer, name: string): Promise<number> {
  const { connection, server, folder } = running;
  const uri = pathToFileURL(join(folder, name)).href;
  const began = performance.now();
  const answered = answerOf(running, uri, 1);
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: server.languageId, version: 1, text: readFileSync(join(folder, name), 'utf8') } });
  await answered();
  return performance.now() - began;
}

/** Milliseconds from each counted keystroke in an open document to the answer to its version. */
export async function typeInto(running: RunningServer, name: string, count: number = strokes): Promise<number[]> {
  const { connection, folder } = running;
  const uri = pathToFileURL(join(folder, name)).href;
  let text = readFileSync(join(folder, name), 'utf8');
  const times: number[] = [];
  for (const [index, stroke] of keystrokes(text, warmUp + count).entries()) {
    const range = rangeOf(text, stroke);
    text = applied(text, stroke);
    const version = index + 2;
    const began = performance.now();
    const answered = answerOf(running, uri, version);
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: stroke.text }] });
    await answered();
    times.push(performance.now() - began);
  }
  return times.slice(warmUp);
}

/** After this many milliseconds a server is taken for one that does not answer. */
const patience = 20_000;

/** To be called before the version is sent; gives what waits for its answer. */
function answerOf({ connection, server }: RunningServer, uri: string, version: number): () => Promise<unknown> {
  if (server.answer === 'symbols') {
    return () => connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }
  const published = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no diagnostics of ${uri} within ${patience / 1000} s`)), patience);
    const listener = connection.onNotification('textDocument/publishDiagnostics', (params: { readonly uri: string; readonly version?: number }) => {
      if (params.uri === uri && (server.answer === 'any diagnostics' || params.version === version)) {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      }
    });
  });
  return () => published;
}

function rangeOf(text: string, { offset, length }: Keystroke): object {
  const lines = lineIndex(text);
  const position = (at: number): object => {
    const { line, column } = lines.positionAt(at);
    return { line: line - 1, character: column - 1 };
  };
  return { start: position(offset), end: position(offset + length) };
}
