// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver/node';
import { program } from '../cli/run.ts';
import { capable, connect, positionOf, type Host } from '../lsp/client.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const guard = ['--require', fileURLToPath(new URL('alarms.cjs', import.meta.url))];
const server = fileURLToPath(new URL('../../dist/server.node.cjs', import.meta.url));
const stanza = exampleSection("<iq><block xmlns='urn:xmpp:blocking'><item jid='romeo@real.cafe'/></block></iq>");
const source = xepSource({ number: '0191', body: `<section1 topic='Use'><p>See <link url='https://example.org/'>this</link> and &xep0030;. <link url='file:///etc/passwd'>x</link></p></section1>${stanza}` });
const table = xepSource({ body: "<section1 topic='XEPs covered in this document'><table><tr><th>XEP</th><th>Relevance</th></tr></table></section1>" });

suite('no socket is opened and no process started', () => {
  let folder: string;
  let log: string;

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'xep-gdpr-quiet-'));
    log = join(folder, 'alarms.txt');
    mkdirSync(join(folder, 'in'));
    for (const [name, text] of [['xep-0191.xml', source], ['table.xml', table], ['xep.ent', '<!ENTITY xep0030 "https://example.org/">'], ['.xep-gdpr.json', '{ "ignore": [] }']] as const) {
      writeFileSync(join(folder, 'in', name), text);
    }
  });

  teardown(() => rmSync(folder, { recursive: true, force: true }));

  const alarms = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  const guarded = (args: readonly string[], allowed?: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [...guard, ...args], { cwd: join(folder, 'in'), env: { ...process.env, ALARMS: log, ...allowed !== undefined && { ALLOWED: allowed } }, encoding: 'utf8' });

  for (const code of ["fetch('http://127.0.0.1:9')", "require('net').connect(9)", "require('node:http').get('http://127.0.0.1:9')", "require('dns').promises.lookup('localhost')", "require('child_process').execFileSync('true')", "require('net').createServer().listen(0)", "new (require('worker_threads').Worker)(\"fetch('http://127.0.0.1:9')\", { eval: true })"]) {
    test(`or the alarm is raised, as by ${code}`, () => {
      guarded(['-e', code]);
      assert.notEqual(alarms(), '');
    });
  }

  for (const args of [
    ['--version'], ['table', '--jobs', '2', '.'], ['table', '--format', 'html', '-o', 'table.html', '.'], ['table', '--update', 'table.xml', '.'], ['scan', '--format', 'sarif', '.'], ['scan', '--baseline', 'known.json', '--update-baseline', '.'],
    ['triage', 'xep-0191.xml'], ['triage', '--skeleton', 'xep-0191.xml'], ['diff', 'xep-0191.xml', 'table.xml'], ['explain', 'xep-0191.xml:10:60'], ['coverage', '.'], ['init-entry', 'xep-0191.xml'], ['ignore', 'xep-0191', '--code', 'example/real-address', '--reason', 'x'],
  ]) {
    test(`by xep-gdpr ${args.join(' ')}`, () => {
      const { status, stderr } = guarded([program, ...args]);
      assert.equal(alarms(), '');
      assert.equal(status, 0, String(stderr));
    });
  }

  test('by xep-gdpr diff git:REV, but git alone', function withGit() {
    const git = (...args: string[]): number | null => spawnSync('git', ['-C', join(folder, 'in'), '-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false', ...args]).status;
    if (git('init', '-q') !== 0) {
      this.skip();
    }
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    assert.equal(guarded([program, 'diff', 'git:HEAD', '.'], 'git').status, 0);
    assert.equal(alarms(), '');
    guarded([program, 'diff', 'git:HEAD', '.']);
    assert.match(alarms(), /^child_process\.execFileSync git\n/);
  });

  test('by the language server, from its start to its end', async () => {
    let ended: Promise<unknown> = Promise.resolve();
    const host: Host = {
      name: 'guarded', ownFiles: true,
      start() {
        const child = spawn(process.execPath, [...guard, server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ALARMS: log } });
        ended = new Promise((resolve) => child.once('exit', resolve));
        const [reader, writer] = [new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)];
        return Promise.resolve({ send: (message) => void writer.write(message as Message), receive: (listener) => void reader.listen((message) => listener(message as Parameters<typeof listener>[0])), close: () => child.stdin.end() });
      },
    };
    const uri = pathToFileURL(join(folder, 'in', 'xep-0191.xml')).href;
    const client = await connect(host, { folders: [pathToFileURL(join(folder, 'in')).href], capabilities: { ...capable, workspace: { ...capable.workspace, configuration: false } }, initializationOptions: { summaries: true } });
    client.open(uri, source);
    const diagnostics = await client.pull(uri);
    assert.ok(diagnostics.length > 0);
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    for (const part of ["jid='romeo", '&xep0030;', 'https://example.org']) {
      for (const method of ['hover', 'definition', 'documentHighlight', 'completion']) {
        await client.request(`textDocument/${method}`, { textDocument, position: positionOf(source, part, 2) });
      }
    }
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens']) {
      await client.request(`textDocument/${method}`, { textDocument });
    }
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics } });
    await client.request('workspace/symbol', { query: '' });
    for (const [method, params] of [
      ['reviewWorkspace', {}], ['table', { format: 'html' }], ['triage', { uri, format: 'html' }], ['privacySection', { uri }], ['compare', { uri, oldText: table }], ['explain', { uri, carrierId: 'urn:xmpp:blocking item@jid' }],
      ['verdictSource', { uri, carrierId: 'urn:xmpp:blocking item@jid' }], ['ignore', { uri, code: 'example/real-address', reason: 'x' }], ['updateTable', { uri }],
    ] as const) {
      await client.request(`xepGdpr/${method}`, params);
    }
    client.change(uri, 2, { range: { start: range.start, end: range.start }, text: ' ' });
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(join(folder, 'in', 'table.xml')).href, type: 2 }] });
    await client.pull(uri);
    await client.close();
    client.notify('exit', {});
    assert.equal(await ended, 0);
    assert.equal(alarms(), '');
  });
});
