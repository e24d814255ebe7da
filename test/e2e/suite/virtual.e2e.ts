// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { closeAll, findings, openUri, read } from './editor.ts';
import { expectEqual } from './expect.ts';
import { activated, namesOf, reviewed } from './extension.ts';
import { memoryFiles, type MemoryFiles } from './memoryFiles.ts';

/** The scheme by which github.dev and vscode.dev show repositories. */
const scheme = 'vscode-vfs';
const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme, authority: 'github', path });

suite('a repository on another machine', () => {
  let files: MemoryFiles | undefined;

  suiteSetup(async () => {
    const bell = await read('doorbell.xml');
    files = memoryFiles(scheme, { '/xsf/xeps/far-doorbell.xml': bell, '/xsf/xeps/inbox/far-folding.xml': await read('line-folding.xml'), '/xsf/xeps/node_modules/no.xml': bell, '/xsf/xeps/README.md': '# XEPs' });
    const folders = vscode.workspace.workspaceFolders ?? [];
    vscode.workspace.updateWorkspaceFolders(folders.length, 0, { uri: at('/xsf/xeps'), name: 'xeps' });
  });

  suiteTeardown(async () => {
    await closeAll();
    const api = await activated();
    vscode.workspace.updateWorkspaceFolders((vscode.workspace.workspaceFolders ?? []).length - 1, 1);
    await reviewed(api, (names) => !names.some((name) => name.startsWith('far-')));
    files?.dispose();
  });

  test('is reviewed as a whole although it cannot be searched', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('xepGdpr.reviewWorkspace');
    await reviewed(api, (names) => names.includes('far-doorbell.xml') && names.includes('far-folding.xml'));
    expectEqual(namesOf(api).includes('no.xml'), false);
    const levels = api.reviews().filter(({ uri }) => uri.startsWith(`${scheme}:`)).map(({ uri, level }) => `${uri.slice(uri.lastIndexOf('/') + 1)} ${level}`);
    expectEqual(levels.sort(), ['far-doorbell.xml medium', 'far-folding.xml none']);
  });

  test('has its findings where they stand in an open document', async () => {
    await openUri(at('/xsf/xeps/far-doorbell.xml'));
    const found = await findings(at('/xsf/xeps/far-doorbell.xml'), (codes) => codes.includes('carrier/location'));
    expectEqual(found.every(({ source }) => source === 'xep-gdpr'), true);
    await closeAll();
  });

  test('is followed when another version of it comes', async () => {
    const api = await activated();
    files?.put('/xsf/xeps/far-doorbell.xml', await read('line-folding.xml'));
    await reviewed(api, () => api.reviews().some(({ uri, level }) => uri.endsWith('/far-doorbell.xml') && level === 'none'));
    files?.put('/xsf/xeps/far-doorbell.xml', null);
    await reviewed(api, (names) => !names.includes('far-doorbell.xml'));
  });
});
