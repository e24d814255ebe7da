// SPDX-License-Identifier: MIT
import { measureActivation, type Activation } from '../../test/e2e/activation.mjs';
import { Unavailable } from '../../test/e2e/setup.mjs';
import { median } from './figures.ts';

/** Times the extension's own part of its activation, up to the first call of the server, in a real VS Code of each kind; a line that says why where there is none. */
export async function timeActivation(): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of ['node', 'web'] as const) {
    try {
      const times = (await measureActivation({ kind, rounds: 3 })).map(({ loading, firstCall }: Activation) => firstCall - loading);
      lines.push(`${kind}: activation to the first call of the server, median ${median(times).toFixed(0)} ms of ${times.map((time) => time.toFixed(0)).join(', ')}`);
    } catch (error) {
      if (!(error instanceof Unavailable)) {
        throw error;
      }
      lines.push(`${kind}: no VS Code here (${error.message})`);
    }
  }
  return lines;
}
