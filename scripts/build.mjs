// SPDX-License-Identifier: MIT
// Builds the bundles into dist/. With --watch, again at every change.
import { context } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';
import { panelBundles, shared as common } from './panelBundles.mjs';

const shared = { ...common, target: 'node20' };

/** One record per bundle. */
export const bundles = [
  { ...shared, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.cjs', platform: 'node', format: 'cjs', define: { 'import.meta.url': 'bundleUrl' }, banner: { js: `#!/usr/bin/env node\n'use strict'; const bundleUrl = require('node:url').pathToFileURL(__filename);` } },
  { ...shared, entryPoints: ['server/src/lsp/node.ts'], outfile: 'dist/server.node.cjs', platform: 'node', format: 'cjs', banner: { js: '#!/usr/bin/env node' } },
  { ...shared, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/server.browser.js', platform: 'browser', format: 'iife' },
  { ...shared, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.node.cjs', platform: 'node', format: 'cjs', external: ['vscode'] },
  { ...shared, entryPoints: ['client/src/nodeClient.ts'], outfile: 'dist/languageClient.node.cjs', platform: 'node', format: 'cjs', external: ['vscode'] },
  { ...shared, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client.browser.cjs', platform: 'browser', format: 'cjs', external: ['vscode'] },
  ...panelBundles,
];

/** Writes what the programs read from beside themselves: the data, so that a package carries it once. */
function prepare() {
  generate();
  mkdirSync(fileURLToPath(new URL('../dist', import.meta.url)), { recursive: true });
  for (const name of ['dataset.json', 'operator.json']) {
    copyFileSync(fileURLToPath(new URL(`../server/generated/${name}`, import.meta.url)), fileURLToPath(new URL(`../dist/${name}`, import.meta.url)));
  }
}

export async function build() {
  prepare();
  for (const bundle of bundles) {
    const built = await context(bundle);
    await built.rebuild();
    await built.dispose();
  }
}

/** Tells an editor's background task when building begins and ends, and what is wrong; all bundles report as one. */
function watchReports() {
  let building = 0;
  return {
    name: 'watch-reports',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (building++ === 0) {
          console.log('[watch] build started');
        }
      });
      onEnd(({ errors, warnings }) => {
        for (const { text, location } of [...errors, ...warnings]) {
          console.error(`${location?.file ?? ''}:${location?.line ?? 1}:${(location?.column ?? 0) + 1}: ${text}`);
        }
        if (--building === 0) {
          console.log('[watch] build finished');
        }
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    prepare();
    const reports = watchReports();
    for (const bundle of bundles) {
      await (await context({ ...bundle, minify: false, sourcemap: true, logLevel: 'silent', plugins: [reports] })).watch();
    }
  } else {
    await build();
  }
}
