// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-languageserver/node';
import { lineIndex } from '../../server/src/xml/index.ts';
import { median, spread } from './figures.ts';
import { largest } from './inProcess.ts';
import { applied, keystrokes, type Keystroke } from './keystrokes.ts';

const strokes = 300;
const warmUp = 60;

/** Times the language server as an editor sees it, over stdio, and its memory after the whole corpus. `program` is the bundle to run. */
export async function timeServer(program: string, folder: string): Promise<string[]> {
  const lines: string[] = [];
  const starts: number[] = [];
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    const server = await start(program, folder);
    starts.push(performance.now() - began);
    if (round === 0) {
      lines.push(`first diagnostics of xep-0060.xml after the start ${(await open(server, folder, 'xep-0060.xml')).toFixed(0)} ms`);
    }
    server.end();
  }
  const bare: number[] = [];
  while (bare.length < starts.length) {
    bare.push(await bareNode());
  }
  lines.push(`start to initialized ${median(starts).toFixed(0)} ms; node -e 0 takes ${median(bare).toFixed(0)} ms; ratio ${(median(starts) / median(bare)).toFixed(1)}`);
  const server = await start(program, folder);
  for (const name of largest) {
    await open(server, folder, name);
    lines.push(`${name.padEnd(14)} ${spread((await type(server, folder, name)).slice(warmUp))}`);
  }
  server.end();
  return [...lines, await memoryLine(program, folder)];
}

interface Server {
  readonly connection: MessageConnection;
  readonly memory: () => number;
  readonly end: () => void;
}

async function start(program: string, folder: string): Promise<Server> {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', { processId: null, rootUri: uri, capabilities: { workspace: { workspaceFolders: true } }, workspaceFolders: [{ uri, name: 'corpus' }], initializationOptions: { summaries: true } });
  await connection.sendNotification('initialized', {});
  return { connection, memory: () => residentMegabytes(child.pid ?? 0), end: () => { connection.dispose(); child.kill(); } };
}

function uriOf(folder: string, name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

/** Milliseconds to the diagnostics of a document that is opened. */
async function open({ connection }: Server, folder: string, name: string): Promise<number> {
  const uri = uriOf(folder, name);
  const began = performance.now();
  const published = diagnosticsOf(connection, uri, 1);
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'xml', version: 1, text: readFileSync(join(folder, name), 'utf8') } });
  await published;
  return performance.now() - began;
}

/** Milliseconds from each keystroke to the diagnostics of its version. */
async function type({ connection }: Server, folder: string, name: string): Promise<number[]> {
  const uri = uriOf(folder, name);
  let text = readFileSync(join(folder, name), 'utf8');
  const times: number[] = [];
  for (const [index, stroke] of keystrokes(text, warmUp + strokes).entries()) {
    const range = rangeOf(text, stroke);
    text = applied(text, stroke);
    const began = performance.now();
    const published = diagnosticsOf(connection, uri, index + 2);
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: index + 2 }, contentChanges: [{ range, text: stroke.text }] });
    await published;
    times.push(performance.now() - began);
  }
  return times;
}

function rangeOf(text: string, { offset, length }: Keystroke): object {
  const lines = lineIndex(text);
  const position = (at: number): object => {
    const { line, column } = lines.positionAt(at);
    return { line: line - 1, character: column - 1 };
  };
  return { start: position(offset), end: position(offset + length) };
}

function diagnosticsOf(connection: MessageConnection, uri: string, version: number): Promise<void> {
  return new Promise((resolve) => {
    const listener = connection.onNotification('textDocument/publishDiagnostics', (params: { readonly uri: string; readonly version?: number }) => {
      if (params.uri === uri && params.version === version) {
        listener.dispose();
        resolve();
      }
    });
  });
}

async function memoryLine(program: string, folder: string): Promise<string> {
  const server = await start(program, folder);
  const before = server.memory();
  const began = performance.now();
  const { reviewed } = await server.connection.sendRequest<{ readonly reviewed: number }>('xepGdpr/reviewWorkspace', {});
  const took = performance.now() - began;
  const line = `memory at the start ${before.toFixed(0)} MB, with ${reviewed} documents reviewed ${server.memory().toFixed(0)} MB (reviewed in ${took.toFixed(0)} ms)`;
  server.end();
  return line;
}

/** Resident memory of a process in MB; NaN where the system does not tell. */
function residentMegabytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function bareNode(): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => {
    spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).once('exit', () => resolve(performance.now() - began));
  });
}
