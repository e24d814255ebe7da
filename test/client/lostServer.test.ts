// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { ErrorHandler } from 'vscode-languageclient';

const root = join(import.meta.dirname, '..', '..');

/** Stands for the editor, of which the handler needs nothing: every name in it is a class with every name in it. */
const editor = "const any = new Proxy(class {}, { get: (it, name) => (name === 'prototype' ? it.prototype : any) }); module.exports = any;";

/** What the extension does when the way to its server breaks, as the real library is told it. */
async function errorHandler(): Promise<{ readonly handler: ErrorHandler; readonly goesOn: number }> {
  const { outputFiles } = await build({
    stdin: { contents: "export { errorHandler } from './client/src/languageClient.ts'; export { ErrorAction } from 'vscode-languageclient';", resolveDir: root, loader: 'ts' },
    bundle: true, write: false, format: 'cjs', platform: 'node', logLevel: 'silent',
    plugins: [{ name: 'editor', setup(to) {
      to.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }));
      to.onLoad({ filter: /.*/, namespace: 'editor' }, () => ({ contents: editor, loader: 'js' }));
    } }],
  });
  const module = { exports: {} as { errorHandler: ErrorHandler; ErrorAction: { Continue: number } } };
  // The bundle is our own code.
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
  return { handler: module.exports.errorHandler, goesOn: module.exports.ErrorAction.Continue };
}

/** Waits, without letting anything else run, until a process is no more. */
function awaitDeath({ pid }: ChildProcess): void {
  for (const end = Date.now() + 5000; Date.now() < end;) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    const state = process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8');
    if (state.split(') ')[1]?.startsWith('Z') === true) {
      return;
    }
  }
}

suite('a server that is killed', () => {
  test('is not given up however many questions fail before its end is known', async function () {
    if (process.platform !== 'linux') {
      this.skip();
    }
    const { handler, goesOn } = await errorHandler();
    const child = fork('-', [], { silent: true, execArgv: ['-e', 'process.stdin.resume(); process.stdout.write("x");'] });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    assert.ok(child.stdin && child.stdout);
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const answers: unknown[] = [];
    connection.onError(async ([error, message, count]) => answers.push((await handler.error(error, message, count)).action));
    const closed = new Promise<void>((resolve) => { connection.onClose(resolve); });
    connection.listen();
    child.kill('SIGKILL');
    awaitDeath(child);
    await Promise.allSettled(Array.from({ length: 50 }, () => connection.sendRequest('question')));
    await closed;
    assert.ok(answers.length >= 20, `only ${answers.length} of 50 questions failed`);
    assert.deepEqual([...new Set(answers)], [goesOn]);
    connection.dispose();
  });
});
