// SPDX-License-Identifier: MIT
// Runs the suites in a real VS Code: node test/e2e/test.mjs [--kind node,web,window|desktop] [--vsix FILE] [--setup-seconds N]
//   node     the Node.js extension host of the VS Code that setup.mjs fetches from the npm registry
//   web      the extension host in a web worker of the same
//   window   the first, worked with mouse and keys
//   desktop  the desktop build, downloaded by @vscode/test-electron
// Several kinds run at the same time. Exit status: 0 passed, or skipped because this machine cannot; 1 failed.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installMissing } from '../../scripts/install.mjs';
import { root } from './places.mjs';
import { Unavailable, setup } from './setup.mjs';

/** Where the real XEPs may be; suites that need one skip themselves without it. */
const corpus = process.env['XEPS_DIR'] ?? join(root, '..', 'shared', 'corpus');
const samples = join(root, 'data', 'samples');

const { values: { kind, vsix, 'setup-seconds': setupSeconds } } = parseArgs({
  options: { kind: { type: 'string', default: 'node' }, vsix: { type: 'string' }, 'setup-seconds': { type: 'string', default: '600' } },
});
const kinds = kind.split(',');
const source = vsix ? { vsix: resolve(vsix) } : { extension: root };
try {
  await prepare();
  const passed = await Promise.all(kinds.map(passes));
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Unavailable)) {
    throw error;
  }
  console.log(`Skipped, no VS Code here: ${error.message}`);
}

async function prepare() {
  const strange = kinds.find((one) => !['node', 'web', 'window', 'desktop'].includes(one));
  if (strange !== undefined) {
    throw new Error(`--kind ${strange}: it is node, web, window or desktop`);
  }
  installMissing();
  const { build } = await import('../../scripts/build.mjs');
  await build();
  if (kinds.some((one) => one !== 'desktop')) {
    await setup(Number(setupSeconds));
  }
}

/** What a kind says comes as a whole where several run. The last line for each kind says how it went. */
async function passes(one) {
  const lines = [];
  const say = kinds.length > 1 ? (line) => lines.push(line) : console.log;
  let passed = false;
  try {
    passed = await run(one, say);
  } catch (error) {
    if (error instanceof Unavailable) {
      throw error;
    }
    say(error.stack ?? String(error));
  }
  lines.forEach((line) => console.log(line));
  console.log(`${one}: ${passed ? 'passed' : 'failed'}`);
  return passed;
}

async function run(one, say) {
  if (one === 'window') {
    const [{ runInVscode }, { workWindow }, { workGermanWindow }] = await Promise.all([import('./run.mjs'), import('./window.mjs'), import('./german.mjs')]);
    return await runInVscode({ kind: 'node', folders: [samples], drive: (window) => workWindow(window, say), say, ...source })
      && runInVscode({ kind: 'node', folders: [samples], language: 'de', drive: (window) => workGermanWindow(window, say), say, ...source });
  }
  const { bundleSuites } = await import('./bundleSuites.mjs');
  const suite = await bundleSuites(one === 'web' ? 'web' : 'node');
  const options = { kind: one, folders: [samples, join(root, 'test', 'e2e', 'fixtures', 'second')], loose: [join(corpus, 'xep-0045.xml')].filter(existsSync), suite, say, ...source };
  return one === 'desktop' ? (await import('./desktop.mjs')).runOnDesktop(options) : (await import('./run.mjs')).runInVscode(options);
}
