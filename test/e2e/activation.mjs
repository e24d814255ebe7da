// SPDX-License-Identifier: MIT
// Prints how long the extension takes from its activation to the first call of its server, in a real VS Code:
//   node test/e2e/activation.mjs [--kind node|web] [--rounds N] [--vsix FILE]
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSuites } from './bundleSuites.mjs';
import { root } from './places.mjs';
import { runInVscode } from './run.mjs';
import { setup } from './setup.mjs';

/**
 * One measurement per round, each in a window of its own, in milliseconds since activation was asked for: `loading` when the editor has the code at hand,
 * `active` when the extension is active, `firstCall` when it calls its server. The extension must be built.
 */
export async function measureActivation({ kind = 'node', rounds = 3, vsix } = {}) {
  await setup();
  const suite = await bundleSuites(kind, { entry: join('measure', 'activation.ts'), name: 'activation' });
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const say = (line) => {
      const found = /^\[activation\] (.*)$/.exec(line)?.[1];
      if (found) {
        measured.push(JSON.parse(found));
      }
    };
    await runInVscode({ kind, folders: [join(root, 'data', 'samples')], suite, say, ...(vsix ? { vsix } : { extension: root }) });
  }
  return measured;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values: { kind, rounds, vsix } } = parseArgs({ options: { kind: { type: 'string', default: 'node' }, rounds: { type: 'string', default: '3' }, vsix: { type: 'string' } } });
  const { build } = await import('../../scripts/build.mjs');
  await build();
  const measured = await measureActivation({ kind, rounds: Number(rounds), ...(vsix && { vsix: resolve(vsix) }) });
  const spans = { 'the editor, until the code is at hand': ({ loading }) => loading, 'the extension, until it calls its server': ({ loading, firstCall }) => firstCall - loading };
  for (const [name, of] of Object.entries(spans)) {
    const times = measured.map(of).sort((one, other) => one - other);
    console.log(`${kind}, ${name}: median ${times[times.length >> 1]?.toFixed(1)} ms of ${times.map((time) => time.toFixed(1)).join(', ')}`);
  }
}
