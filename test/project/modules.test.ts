// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundles } from '../../scripts/build.mjs';

/** Libraries that speak the protocol; `vscode-jsonrpc` is a part of both. */
const server = 'vscode-languageserver';
const client = 'vscode-languageclient';
const rpc = 'vscode-jsonrpc';
/** Could read texts of another language by their address; the extension gives it the texts that VS Code has read. */
const l10n = '@vscode/l10n';

/**
 * Which modules of the host each bundle asks for, and who asks. Those that could reach out have a reason each:
 * `net` is imported by vscode-jsonrpc for `--pipe` and `--socket`, which an editor may ask for on the server's own command line;
 * `child_process` by vscode-languageserver for resolving packages, which nothing here calls, by vscode-languageclient for starting servers by a description,
 * where the extension gives a process instead, by the extension for that process, and by the command line for `git:REV`.
 */
const allowed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'dist/cli.cjs': { buffer: ['server/src/cli/sources.ts'], child_process: ['server/src/cli/git.ts'], crypto: ['server/src/cli'], fs: ['server/src/cli', 'server/generated'], os: ['server/src/cli'], path: ['server/src/cli'], util: ['server/src/cli'], v8: ['server/src/host'], worker_threads: ['server/src/cli'] },
  'dist/server.node.cjs': {
    child_process: [server], crypto: [rpc], fs: ['server/src/lsp/node.ts', server, rpc], 'fs/promises': ['server/src/lsp/nodeFiles.ts'], net: [rpc], os: [rpc], path: ['server/src/lsp', server, rpc], url: ['server/src/lsp', server], util: [server, rpc], v8: ['server/src/host'],
  },
  'dist/server.browser.js': {},
  'dist/client.node.cjs': { child_process: ['client/src/node.ts'], fs: [l10n], 'fs/promises': [l10n], vscode: ['client/src'] },
  'dist/languageClient.node.cjs': { child_process: [client], crypto: [rpc], fs: [client, rpc], net: [rpc], os: [rpc], path: [client, rpc], readline: [client], util: [rpc], vscode: [client, 'client/src'] },
  'dist/client.browser.cjs': { vscode: ['client/src', client] },
};

/**
 * The worker reads the dataset of the extension by its address; the library that translates could, and is given none. It is also in the panel, which
 * the command line carries as a text, and whose policy allows no connection.
 */
const fetching: ReadonlySet<string> = new Set(['dist/server.browser.js', 'dist/client.node.cjs', 'dist/client.browser.cjs', 'dist/panel.js', 'dist/cli.cjs']);

/** The package, or the path for an own file. */
function ownerOf(path: string): string {
  return /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

for (const bundle of bundles) {
  const name = bundle.outfile ?? '';
  suite(`the bundle ${name}`, () => {
    let asked: readonly (readonly [string, string])[] = [];
    let code = '';

    suiteSetup(async () => {
      const { metafile, outputFiles } = await build({ ...bundle, write: false, metafile: true });
      code = outputFiles?.[0]?.text ?? '';
      asked = Object.entries(metafile?.inputs ?? {}).flatMap(([from, { imports }]) => imports.filter(({ external }) => external === true).map(({ path }) => [path.replace(/^node:/, ''), ownerOf(from)] as const));
    });

    test('asks for the modules of its host that it may, from the files that may', () => {
      const strangers = asked.filter(([module, owner]) => !(allowed[name]?.[module] ?? []).some((one) => owner === one || owner.startsWith(`${one}/`)));
      assert.deepEqual(strangers.map(([module, owner]) => `${owner} asks for ${module}`), []);
      assert.deepEqual(Object.keys(allowed[name] ?? {}).filter((module) => !asked.some(([one]) => one === module)), [], 'allowed and not needed');
    });

    test('knows no other way to the network, and makes no code of text', () => {
      const ways = code.match(/\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection|WebTransport|fetch|eval|new Function)\(/g) ?? [];
      assert.deepEqual(ways, fetching.has(name) ? ['fetch('] : []);
    });
  });
}

suite('the extension', () => {
  const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

  test('starts its own server and no other process', () => {
    assert.deepEqual(read('client/src/node.ts').match(/\b(?:fork|spawn|exec\w*)\([^,]*/g), ["fork(context.asAbsolutePath('dist/server.node.cjs')"]);
  });

  test('gives the library that translates texts, and no address to read', () => {
    assert.deepEqual(read('client/src/extension.ts').match(/\bconfig\([^)]*\)/g), ['config({ contents: l10n.bundle ?? {} })']);
    assert.deepEqual(read('client/panel/page.ts').match(/\bconfig\([^)]*\)/g), ['config({ contents: texts })']);
  });

  test('opens pages of the XSF only, and only when told to', () => {
    const pages = [...`${read('client/src/xepDocument.ts')}${read('server/src/lsp/xepReferences.ts')}`.matchAll(/`(https?:[^`$]*)/g)].map(([, page]) => page);
    assert.ok(pages.length >= 3);
    assert.deepEqual([...new Set(pages.map((page) => new URL(page ?? '').origin))], ['https://xmpp.org']);
  });
});
