// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { codeOf, describeFinding, findings, inSecond, open, until } from './editor.ts';
import { expect, expectEqual } from './expect.ts';
import { activated, namesOf, reviewed, reviewedWorkspace } from './extension.ts';

suite('the server', () => {
  test('brings its findings back after a restart', async () => {
    const { uri } = await open('doorbell.xml');
    const before = (await findings(uri, (codes) => codes.includes('carrier/location'))).map(describeFinding);
    const gone = sawNone(uri);
    await vscode.commands.executeCommand('xepGdpr.restartServer');
    await findings(uri, (codes) => codes.length === before.length && gone());
    expectEqual(vscode.languages.getDiagnostics(uri).map(describeFinding), before);
  });

  test('brings findings and tree back when its process is killed, even while it is asked', async function () {
    const kill = serverKiller();
    if (!kill) {
      // A worker cannot be killed from here.
      this.skip();
    }
    const api = await activated();
    await reviewedWorkspace();
    const { uri } = await open('doorbell.xml');
    const before = (await findings(uri, (codes) => codes.includes('carrier/location'))).map(codeOf);
    const gone = sawNone(uri);
    const again = reportedAgain(api, 'porch-light.xml');
    kill();
    // Questions to a server that is dead already, before anybody knows.
    await Promise.allSettled(Array.from({ length: 20 }, () => vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(52, 6))));
    await until(vscode.languages.onDidChangeDiagnostics, gone, () => 'the findings stay');
    await findings(uri, (codes) => codes.length === before.length);
    await reviewed(api, again);
  });

  for (const [how, begin] of [['when a restart was asked for', () => vscode.commands.executeCommand('xepGdpr.restartServer')], ['after it was killed', (kill: () => void) => { kill(); }]] as const) {
    test(`brings its findings back when it is killed while it starts ${how}`, async function () {
      const server = serverProcess();
      if (!server) {
        this.skip();
      }
      const { uri } = await open('doorbell.xml');
      const before = (await findings(uri, (codes) => codes.includes('carrier/location'))).map(codeOf);
      const old = server.id();
      const gone = sawNone(uri);
      const begun = Promise.resolve(begin(server.kill));
      begun.catch(() => undefined);
      while ([undefined, old].includes(server.id())) {
        await new Promise((resolve) => { setTimeout(resolve, 1); });
      }
      server.kill();
      await Promise.allSettled([begun]);
      await until(vscode.languages.onDidChangeDiagnostics, gone, () => 'the findings stay');
      await findings(uri, (codes) => codes.length === before.length);
    });
  }

  test('forgets files that went away while it was gone', async function () {
    const kill = serverKiller();
    if (!kill) {
      this.skip();
    }
    const api = await activated();
    await reviewedWorkspace();
    const original = inSecond('porch-light.xml');
    const text = await vscode.workspace.fs.readFile(original);
    kill();
    await vscode.workspace.fs.delete(original);
    await reviewed(api, (names) => !names.includes('porch-light.xml') && names.includes('overview.xml'));
    await vscode.workspace.fs.writeFile(original, text);
    await reviewed(api, (names) => names.includes('porch-light.xml'));
  });

  test('finishes a review of the workspace in the middle of which it is killed', async function () {
    const kill = serverKiller();
    if (!kill) {
      this.skip();
    }
    const api = await activated();
    await reviewedWorkspace();
    const all = namesOf(api);
    const again = reportedAgain(api, 'overview.xml');
    const review = vscode.commands.executeCommand('xepGdpr.reviewWorkspace');
    kill();
    await review;
    await reviewed(api, (names) => again() && JSON.stringify(names) === JSON.stringify(all));
  });
});

/** Answers a function that says whether a document has been without findings since. */
function sawNone(uri: vscode.Uri): () => boolean {
  let none = false;
  vscode.languages.onDidChangeDiagnostics(() => { none ||= vscode.languages.getDiagnostics(uri).length === 0; });
  return () => none;
}

/** Answers a function that says whether the server has reported a document since. */
function reportedAgain({ reviews }: Awaited<ReturnType<typeof activated>>, name: string): () => boolean {
  const known = (): unknown => reviews().find(({ uri }) => uri.endsWith(`/${name}`));
  const before = known();
  return () => known() !== undefined && known() !== before;
}

/** In Node.js on Linux, a function that kills the language server's process. */
function serverKiller(): (() => void) | undefined {
  return serverProcess()?.kill;
}

/** The language server's process where it can be seen: its id, as long as there is one, and a way to kill it. */
function serverProcess(): { readonly id: () => number | undefined; readonly kill: () => void } | undefined {
  const host = typeof process === 'undefined' ? undefined : process;
  if (host?.platform !== 'linux') {
    return undefined;
  }
  const { readFileSync } = host.getBuiltinModule('node:fs');
  const id = (): number | undefined => {
    const children = readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8').trim().split(' ').filter((one) => one !== '');
    // One that is dead and not yet buried has no command line.
    const server = children.find((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('server.node.cjs'));
    return server === undefined ? undefined : Number(server);
  };
  return {
    id,
    kill() {
      const server = id();
      expect(server !== undefined, 'no process of the server');
      host.kill(server, 'SIGKILL');
    },
  };
}
