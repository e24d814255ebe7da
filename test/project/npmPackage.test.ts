// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver/node';
import { packNpm } from '../../scripts/packNpm.mjs';
import { blocking } from '../lsp/blocking.ts';
import { connect, folder, pushed, shown, type Host, type Published } from '../lsp/client.ts';
import { xepSource } from '../support/xepSource.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';
const pages = readdirSync(join(root, 'docs', 'findings')).map((name) => `docs/findings/${name}`);
const contents = ['LICENSE', 'README.md', 'ThirdPartyNotices.txt', 'dist/cli.cjs', 'dist/dataset.json', 'dist/operator.json', 'dist/panel.css', 'dist/panel.js', 'dist/server.node.cjs', ...pages, 'package.json'].sort();
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

suite('the npm package', function packaged() {
  this.timeout(120_000);
  let place: string;
  let installed: string;

  /** Without a network: a cache that is empty, and nothing but the folder. */
  const npm = (cwd: string, ...args: string[]): string => {
    const { status, stdout, stderr, error } = spawnSync(windows ? 'npm.cmd' : 'npm', ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', `--cache=${join(place, 'cache')}`, ...args], { cwd, encoding: 'utf8', shell: windows });
    assert.equal(status, 0, `npm ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
    return stdout;
  };
  const bin = (name: string): string => join(installed, 'node_modules', '.bin', windows ? `${name}.cmd` : name);
  let packed: Awaited<ReturnType<typeof packNpm>>;

  suiteSetup(async function hasNpm() {
    if (spawnSync(windows ? 'npm.cmd' : 'npm', ['--version'], { shell: windows }).status !== 0) {
      this.skip();
    }
    place = mkdtempSync(join(tmpdir(), 'xep-gdpr-npm-'));
    installed = join(place, 'installed');
    packed = await packNpm(place);
    mkdirSync(installed);
    writeFileSync(join(installed, 'package.json'), '{ "private": true }');
    npm(installed, 'install', packed.path);
  });

  suiteTeardown(() => rmSync(place, { recursive: true, force: true }));

  test('holds the programs, the dataset and the licences, and nothing else', () => {
    assert.deepEqual(packed.files.map(({ path }) => path).sort(), contents);
  });

  test('is chosen from the folder as well as for the package', () => {
    const [{ files }] = JSON.parse(npm(root, 'pack', '--json', '--dry-run')) as [{ readonly files: readonly { readonly path: string }[] }];
    assert.deepEqual(files.map(({ path }) => path).sort(), contents);
  });

  test('needs no other package', () => {
    const { packages } = JSON.parse(readFileSync(join(installed, 'package-lock.json'), 'utf8')) as { readonly packages: object };
    assert.deepEqual(Object.keys(packages), ['', 'node_modules/xep-gdpr']);
    assert.ok(!existsSync(join(installed, 'node_modules', 'xep-gdpr', 'node_modules')));
  });

  test('gives a program that reviews a folder', () => {
    writeFileSync(join(installed, 'xep-0191.xml'), xepSource({ number: '0191', title: 'Blocking' }));
    const run = (...args: string[]): string => spawnSync(bin('xep-gdpr'), args, { cwd: installed, encoding: 'utf8', shell: windows }).stdout;
    assert.equal(run('--version'), `${version}\n`);
    assert.match(run('table', '.'), /\| XEP-0191: Blocking \|/);
    assert.equal(npm(installed, 'exec', '--no', '--', 'xep-gdpr', '--version'), `${version}\n`);
  });

  test('gives a language server that reviews a document', async () => {
    const stdio: Host = {
      name: 'installed', ownFiles: true,
      start() {
        const { stdin, stdout } = spawn(bin('xep-gdpr-language-server'), ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], shell: windows });
        const [reader, writer] = [new StreamMessageReader(stdout), new StreamMessageWriter(stdin)];
        return Promise.resolve({ send: (message) => void writer.write(message as Message), receive: (listener) => void reader.listen((message) => listener(message as Parameters<typeof listener>[0])), close: () => stdin.end() });
      },
    };
    const client = await connect(stdio, { capabilities: pushed });
    assert.equal(client.initialized.serverInfo?.version, version);
    client.open(`${folder}/xep-0191.xml`, blocking());
    assert.equal(shown((await client.next<Published>('textDocument/publishDiagnostics')).diagnostics).length, 1);
    await client.close();
    client.notify('exit', {});
  });
});
