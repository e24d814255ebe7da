// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver/node';
import { bundles } from '../../scripts/build.mjs';
import { blocking } from './blocking.ts';
import { connect, folder, pushed, shown, type Host, type Published } from './client.ts';

const uri = `${folder}/xep-0191.xml`;

suite('the program xep-gdpr-language-server', () => {
  let place: string;
  let program: string;
  let child: ChildProcess | undefined;

  suiteSetup(async () => {
    place = mkdtempSync(join(tmpdir(), 'xep-gdpr-server-'));
    program = join(place, 'server.cjs');
    await build({ ...bundles.find(({ outfile }) => outfile === 'dist/server.node.cjs'), outfile: program });
    copyFileSync(new URL('../../server/generated/dataset.json', import.meta.url), join(place, 'dataset.json'));
  });

  suiteTeardown(() => rmSync(place, { recursive: true }));

  teardown(() => child?.kill('SIGKILL'));

  const stdio: Host = {
    name: 'over stdio',
    ownFiles: true,
    start() {
      const { stdin, stdout } = child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const writer = new StreamMessageWriter(stdin);
      const reader = new StreamMessageReader(stdout);
      return Promise.resolve({
        send: (message) => void writer.write(message as Message),
        receive: (listener) => void reader.listen((message) => listener(message as Parameters<typeof listener>[0])),
        close: () => stdin.end(),
      });
    },
  };

  const findings = async (): Promise<string[]> => {
    const client = await connect(stdio, { capabilities: pushed });
    client.open(uri, blocking());
    return shown((await client.next<Published>('textDocument/publishDiagnostics')).diagnostics);
  };

  test('has the same findings again after it was killed', async () => {
    const before = await findings();
    assert.equal(before.length, 1);
    child?.kill('SIGKILL');
    assert.deepEqual(await findings(), before);
  });

  test('ends when the editor says so', async () => {
    const client = await connect(stdio);
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    await client.close();
    client.notify('exit', {});
    assert.equal(await ended, 0);
  });

  test('says how it is used when nobody speaks to it', () => {
    const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /Usage: .*--stdio/);
  });
});
