// SPDX-License-Identifier: MIT
// Builds the bundles into dist/. With --watch, again at every change.
import { context } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';

const shared = { bundle: true, minify: true, target: 'node20', logLevel: 'warning', legalComments: 'none', absWorkingDir: fileURLToPath(new URL('..', import.meta.url)) };

/** One record per bundle. */
export const bundles = [
  { ...shared, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.cjs', platform: 'node', format: 'cjs', banner: { js: '#!/usr/bin/env node' } },
];

export async function build() {
  generate();
  for (const bundle of bundles) {
    const built = await context(bundle);
    await built.rebuild();
    await built.dispose();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    generate();
    for (const bundle of bundles) {
      await (await context(bundle)).watch();
    }
  } else {
    await build();
  }
}
