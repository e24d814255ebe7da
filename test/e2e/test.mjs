// SPDX-License-Identifier: MIT
// Runs the suites in a real VS Code: node test/e2e/test.mjs [--kind node|web|window|desktop] [--vsix FILE] [--setup-seconds N]
//   node     the Node.js extension host of the VS Code that setup.mjs fetches from the npm registry
//   web      the extension host in a web worker of the same
//   window   the first, worked with mouse and keys
//   desktop  the desktop build, downloaded by @vscode/test-electron
// Exit status: 0 passed, or skipped because this machine cannot; 1 failed.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installMissing } from '../../scripts/install.mjs';
import { root } from './places.mjs';
import { Unavailable, setup } from './setup.mjs';

/** Where the real XEPs may be; suites that need one skip themselves without it. */
const corpus = process.env['XEPS_DIR'] ?? join(root, '..', 'shared', 'corpus');

const { values: { kind, vsix, 'setup-seconds': setupSeconds } } = parseArgs({
  options: { kind: { type: 'string', default: 'node' }, vsix: { type: 'string' }, 'setup-seconds': { type: 'string', default: '600' } },
});
if (!['node', 'web', 'window', 'desktop'].includes(kind)) {
  throw new Error(`--kind ${kind}: it is node, web, window or desktop`);
}
try {
  process.exitCode = await passes() ? 0 : 1;
} catch (error) {
  if (!(error instanceof Unavailable)) {
    throw error;
  }
  console.log(`Skipped, no VS Code here: ${error.message}`);
}

async function passes() {
  installMissing();
  const { build } = await import('../../scripts/build.mjs');
  const { bundleSuites } = await import('./bundleSuites.mjs');
  await build();
  const source = vsix ? { vsix: resolve(vsix) } : { extension: root };
  const samples = join(root, 'data', 'samples');
  if (kind === 'window') {
    await setup(Number(setupSeconds));
    const [{ runInVscode }, { workWindow }] = await Promise.all([import('./run.mjs'), import('./window.mjs')]);
    return runInVscode({ kind: 'node', folders: [samples], drive: workWindow, ...source });
  }
  const run = { kind, folders: [samples, join(root, 'test', 'e2e', 'fixtures', 'second')], loose: [join(corpus, 'xep-0045.xml')].filter(existsSync), suite: await bundleSuites(kind === 'web' ? 'web' : 'node'), ...source };
  if (kind === 'desktop') {
    const { runOnDesktop } = await import('./desktop.mjs');
    return runOnDesktop(run);
  }
  await setup(Number(setupSeconds));
  const { runInVscode } = await import('./run.mjs');
  return runInVscode(run);
}
