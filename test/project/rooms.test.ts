// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Who may know whom (ARCHITECTURE.md). `node` stands for Node.js modules. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  xml: ['htmlparser2'],
  xep: ['xml'],
  dataset: ['generated'],
  deployment: ['dataset', 'xml', 'fast-xml-parser'],
  review: ['dataset', 'xep', 'xml'],
  report: ['deployment', 'review', 'dataset', 'xep', 'xml'],
  host: ['node'],
  cli: ['host', 'deployment', 'report', 'review', 'dataset', 'xep', 'xml', 'generated', 'node', 'package.json'],
  lsp: ['host', 'deployment', 'report', 'review', 'dataset', 'xep', 'xml', 'generated', 'node', 'package.json', 'vscode-languageserver'],
};

/** Files of the language server that only its Node.js entry may need; all else serves a browser too. */
const nodeOnly: ReadonlySet<string> = new Set(['server/src/lsp/node.ts', 'server/src/lsp/nodeFiles.ts']);

/** Where the bundles of the engine start, and what they run on. */
const entries = [['server/src/cli/main.ts', 'node'], ['server/src/lsp/node.ts', 'node'], ['server/src/lsp/browser.ts', 'browser']] as const;

interface Import {
  readonly from: string;
  readonly to: string;
}

/** All imports of own sources in a folder, as esbuild sees them in a bundle. */
async function ownImports(entry: string, platform: 'node' | 'browser', folder = 'server/src/'): Promise<Import[]> {
  const { metafile } = await build({ entryPoints: [entry], absWorkingDir: root, bundle: true, metafile: true, write: false, platform, logLevel: 'silent' });
  return Object.entries(metafile.inputs).filter(([from]) => from.startsWith(folder)).flatMap(([from, { imports }]) => imports.map(({ path, external }) => ({ from, to: external === true ? `node:${path.replace(/^node:/, '')}` : path })));
}

function roomOf(path: string): string {
  if (path.startsWith('node:')) {
    return 'node';
  }
  const own = /^server\/(?:src\/)?(\w+)\//.exec(path)?.[1];
  return own ?? /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

suite('rooms', () => {
  let imports: Import[] = [];

  suiteSetup(async () => {
    imports = (await Promise.all(entries.map(([entry, platform]) => ownImports(entry, platform)))).flat();
  });

  test('every room of the engine is in the bundle', () => {
    assert.deepEqual([...new Set(imports.map(({ from }) => roomOf(from)))].sort(), Object.keys(allowed).sort());
  });

  test('a room knows only the rooms it may', () => {
    const strangers = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && !(allowed[roomOf(from)] ?? []).includes(roomOf(to)));
    assert.deepEqual(strangers.map(({ from, to }) => `${from} imports ${to}`), []);
  });

  test('of the language server only the entry for Node.js knows Node.js', () => {
    const strangers = imports.filter(({ from, to }) => roomOf(from) === 'lsp' && !nodeOnly.has(from) && (to.startsWith('node:') || nodeOnly.has(to)));
    assert.deepEqual(strangers.map(({ from, to }) => `${from} imports ${to}`), []);
    assert.ok(imports.some(({ from, to }) => nodeOnly.has(from) && to.startsWith('node:')), 'the entry for Node.js is not seen');
  });

  test('the page of the relevance panel knows no editor, no Node.js and nothing of the engine but types', async () => {
    const page = await ownImports('client/panel/main.ts', 'browser', 'client/');
    assert.ok(page.length > 10);
    const strangers = page.filter(({ to }) => !to.startsWith('client/panel/') && !/^node_modules\/(?:@tanstack\/virtual-core|@vscode\/l10n)\//.test(to));
    assert.deepEqual(strangers.map(({ from, to }) => `${from} imports ${to}`), []);
  });

  test('another room is entered by its index only', () => {
    const sneaked = imports.filter(({ from, to }) => to.startsWith('server/src/') && roomOf(from) !== roomOf(to) && posix.basename(to) !== 'index.ts');
    assert.deepEqual(sneaked.map(({ from, to }) => `${from} imports ${to}`), []);
  });
});
