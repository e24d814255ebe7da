// SPDX-License-Identifier: MIT
import { openDocument, startServer } from './languageServer.ts';
import { largest } from './keystrokes.ts';
import type { Part } from './report.ts';
import { ourServer } from './stdio.ts';

/** The memory of the language server with the whole corpus reviewed, and with the largest documents open. */
export async function measureMemory(program: string, folder: string): Promise<Part> {
  const server = await startServer(ourServer(program), folder);
  const before = server.memory();
  const began = performance.now();
  const { reviewed } = await server.connection.sendRequest<{ readonly reviewed: number }>('xepGdpr/reviewWorkspace', {});
  const took = performance.now() - began;
  const after = server.memory();
  for (const name of largest) {
    await openDocument(server, name);
  }
  const open = server.memory();
  server.end();
  return {
    title: 'Memory of the language server',
    about: 'Resident memory of the process.',
    rows: [
      { what: 'at its start', value: before, unit: 'MB' },
      { what: `with ${reviewed} documents reviewed`, value: after, unit: 'MB', goal: 150, note: `after ${(took / 1000).toFixed(1)} s` },
      { what: `with the ${largest.length} largest open too`, value: open, unit: 'MB' },
    ],
  };
}
