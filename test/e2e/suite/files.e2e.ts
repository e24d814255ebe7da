// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { closeAll, findings, inSecond, inWorkspace, open, read, write } from './editor.ts';
import { expectEqual } from './expect.ts';
import { activated, namesOf, reviewed, reviewedWorkspace } from './extension.ts';

const uriAt = (path: string): vscode.Uri => inWorkspace(path);
const rename = (from: string, to: string): Thenable<boolean> => {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriAt(from), uriAt(to));
  return vscode.workspace.applyEdit(edit);
};
const has = (...wanted: readonly string[]) => (names: readonly string[]): boolean => wanted.every((name) => names.includes(name));
const hasNone = (...unwanted: readonly string[]) => (names: readonly string[]): boolean => !unwanted.some((name) => names.includes(name));

suite('files of the workspace', () => {
  suiteSetup(() => reviewedWorkspace());

  test('are followed when an open one is renamed', async () => {
    const api = await activated();
    const old = await write('old-name.xml', await read('doorbell.xml'));
    await open('old-name.xml');
    await reviewed(api, has('old-name.xml'));
    await findings(old, (codes) => codes.length > 0);
    await rename('old-name.xml', 'new-name.xml');
    await reviewed(api, (names) => has('new-name.xml')(names) && hasNone('old-name.xml')(names));
    await findings(old, (codes) => codes.length === 0);
    await findings(uriAt('new-name.xml'), (codes) => codes.length > 0);
    await closeAll();
    await vscode.workspace.fs.delete(uriAt('new-name.xml'));
    await reviewed(api, hasNone('new-name.xml'));
  });

  test('are followed when a folder is renamed, and when it is deleted', async () => {
    const api = await activated();
    const text = await read('doorbell.xml');
    await write('inbox/bell-one.xml', text);
    await write('inbox/bell-two.xml', text);
    await reviewed(api, has('bell-one.xml', 'bell-two.xml'));
    await rename('inbox', 'outbox');
    await reviewed(api, () => api.reviews().filter(({ uri }) => uri.includes('/outbox/')).length === 2 && !api.reviews().some(({ uri }) => uri.includes('/inbox/')));
    await vscode.workspace.fs.delete(uriAt('outbox'), { recursive: true });
    await reviewed(api, hasNone('bell-one.xml', 'bell-two.xml'));
  });

  test('are followed when many change at once, as another branch makes them', async () => {
    const api = await activated();
    const text = await read('doorbell.xml');
    const carrierless = await read('line-folding.xml');
    const names = Array.from({ length: 40 }, (_, index) => `branch-${index}.xml`);
    await Promise.all(names.map((name) => write(name, text)));
    await reviewed(api, has(...names));
    const levels = (): string[] => names.flatMap((name) => api.reviews().find(({ uri }) => uri.endsWith(`/${name}`))?.level ?? []);
    await open('branch-0.xml');
    await findings(uriAt('branch-0.xml'), (codes) => codes.length > 0);
    // The other branch: half of the files have another content, the rest are gone.
    await Promise.all(names.map((name, index) => (index < 20 ? write(name, carrierless) : vscode.workspace.fs.delete(uriAt(name)))));
    await reviewed(api, () => JSON.stringify(levels()) === JSON.stringify(Array.from({ length: 20 }, () => 'none')));
    await findings(uriAt('branch-0.xml'), (codes) => codes.length === 0);
    await closeAll();
    await Promise.all(names.slice(0, 20).map((name) => vscode.workspace.fs.delete(uriAt(name))));
    await reviewed(api, hasNone(...names));
  });

  test('are followed when another program moves a folder, changes what is in it, and deletes it', async function () {
    const disk = typeof process === 'undefined' ? undefined : process.getBuiltinModule('node:fs');
    if (!disk) {
      // Only where the extension runs in Node.js can the suite be another program.
      this.skip();
    }
    const api = await activated();
    const path = (name: string): string => uriAt(name).fsPath;
    const text = await read('doorbell.xml');
    disk.mkdirSync(path('drafts'));
    disk.writeFileSync(`${path('drafts')}/far-bell.xml`, text);
    await reviewed(api, has('far-bell.xml'));
    disk.renameSync(path('drafts'), path('moved'));
    await reviewed(api, () => api.reviews().some(({ uri }) => uri.endsWith('/moved/far-bell.xml')) && !api.reviews().some(({ uri }) => uri.includes('/drafts/')));
    disk.writeFileSync(`${path('moved')}/far-bell.xml`, await read('line-folding.xml'));
    await reviewed(api, () => api.reviews().some(({ uri, level }) => uri.endsWith('/moved/far-bell.xml') && level === 'none'));
    disk.rmSync(path('moved'), { recursive: true });
    await reviewed(api, hasNone('far-bell.xml'));
  });

  test('come with a folder that joins the workspace, and go with it', async () => {
    const api = await activated();
    const folders = vscode.workspace.workspaceFolders ?? [];
    await reviewed(api, has('porch-light.xml'));
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await reviewed(api, hasNone('porch-light.xml', 'overview.xml'));
    vscode.workspace.updateWorkspaceFolders(1, 0, ...folders.slice(1).map(({ uri }) => ({ uri })));
    await reviewed(api, has('porch-light.xml', 'overview.xml'));
    expectEqual(namesOf(api).filter((name) => name === 'doorbell.xml').length, 1);
    await vscode.workspace.fs.stat(inSecond('overview.xml'));
  });
});
