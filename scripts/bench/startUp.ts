// SPDX-License-Identifier: MIT
import { measureActivation, type Activation } from '../../test/e2e/activation.mjs';
import { Unavailable } from '../../test/e2e/setup.mjs';
import { runSideBySide } from './contenders.ts';
import { medianRow, ratioRow } from './figures.ts';
import { openDocument, startServer } from './languageServer.ts';
import type { Part, Row } from './report.ts';
import { ourServer } from './stdio.ts';

const rounds = 9;
const bare = 'node -e 0';
const commandLine = 'xep-gdpr --version';

/** Times how soon command line, language server and extension are there. */
export async function timeStart(cli: string, server: string, folder: string): Promise<Part> {
  const processes = [{ name: bare, command: process.execPath, args: ['-e', '0'] }, { name: commandLine, command: process.execPath, args: [cli, '--version'] }];
  const times = await runSideBySide(processes, rounds, folder);
  const timesOf = (name: string): readonly number[] => (times.get(name) ?? []).map(({ time }) => time);
  const bareTimes = timesOf(bare);
  const initialized: number[] = [];
  const first: number[] = [];
  const work: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const running = await startServer(ourServer(server), folder);
    initialized.push(performance.now() - began);
    const worked = running.work();
    first.push(await openDocument(running, 'xep-0060.xml'));
    work.push(running.work() - worked);
    running.end();
  }
  return {
    title: 'Start',
    about: `New processes, ${rounds} rounds. The extension's own part: from its activation in a real VS Code to the first call of the server, where one can be run; the window that loads beside it on the same processors can hold it up by half a second.`,
    rows: [
      medianRow(bare, bareTimes, 'ms'), medianRow(commandLine, timesOf(commandLine), 'ms'),
      medianRow('language server, until it is initialized', initialized, 'ms'), ratioRow(`language server, until it is initialized : ${bare}`, initialized, bareTimes, 2),
      medianRow('language server, first diagnostics of xep-0060.xml', first, 'ms', 100),
      medianRow('the same, processor time of all threads', work, 'ms'),
      ...await activationRows(),
    ],
  };
}

async function activationRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of ['node', 'web'] as const) {
    const what = `extension, ${kind === 'node' ? 'in the desktop\'s host' : 'in the browser\'s host'}, activation to the first call of the server`;
    try {
      const spans = (await measureActivation({ kind, rounds: 5 })).map(({ loading, firstCall }: Activation) => firstCall - loading);
      rows.push(medianRow(what, spans, 'ms'), { what: 'the same, in the least disturbed round', value: Math.min(...spans), unit: 'ms', goal: 50 });
    } catch (error) {
      if (!(error instanceof Unavailable)) {
        throw error;
      }
      rows.push({ what, value: undefined, unit: 'ms', note: `not measured: ${error.message}` });
    }
  }
  return rows;
}
