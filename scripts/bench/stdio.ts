// SPDX-License-Identifier: MIT
import { median } from './figures.ts';
import { largest, strokeRows, strokes, warmUp } from './keystrokes.ts';
import { openDocument, startServer, typeInto, type LanguageServer } from './languageServer.ts';
import { peers, type Peer } from './peers.ts';
import type { Part, Row } from './report.ts';

/** Our language server as an editor starts it. */
export function ourServer(program: string): LanguageServer {
  return { command: process.execPath, args: [program, '--stdio'], languageId: 'xml', answer: 'diagnostics', initializationOptions: { summaries: true } };
}

/** Times keystrokes as an editor sees them, and the same ones with other servers. `program` is the bundle to run. */
export async function timeStdio(program: string, folder: string): Promise<Part> {
  const rows: Row[] = [];
  const ours = new Map<string, number>();
  for (const name of largest) {
    const times = await timesIn(ourServer(program), folder, name);
    ours.set(name, median(times));
    rows.push(...strokeRows(name, times, 10, 25));
  }
  for (const peer of peers()) {
    rows.push(...await compared(peer, folder, ours));
  }
  return {
    title: 'A keystroke to its diagnostics, over stdio',
    about: `The same ${strokes} keystrokes, from \`didChange\` to the diagnostics of that version (vscode-html-language-server: to its symbols, asked for at once, as it has no diagnostics for XML). A process for each document, ${warmUp} keystrokes not counted.`,
    rows,
  };
}

async function compared({ name, server }: Peer, folder: string, ours: ReadonlyMap<string, number>): Promise<Row[]> {
  if (typeof server === 'string') {
    return [{ what: name, value: undefined, unit: 'ms', note: `not measured: ${server}` }];
  }
  const rows: Row[] = [];
  for (const document of largest) {
    try {
      const theirs = median(await timesIn(server, folder, document));
      rows.push({ what: `${name}, ${document}, median`, value: theirs, unit: 'ms' }, { what: `ours : ${name}, ${document}`, value: (ours.get(document) ?? Number.NaN) / theirs, unit: 'x' });
    } catch (error) {
      rows.push({ what: `${name}, ${document}`, value: undefined, unit: 'ms', note: `not measured: ${error instanceof Error ? error.message : String(error)}` });
    }
  }
  return rows;
}

async function timesIn(server: LanguageServer, folder: string, name: string): Promise<number[]> {
  const running = await startServer(server, folder);
  try {
    await openDocument(running, name);
    return await typeInto(running, name);
  } finally {
    running.end();
  }
}
