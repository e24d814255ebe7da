// SPDX-License-Identifier: MIT
import * as vscode from 'vscode';
import { xepSource } from '../../support/xepSource.ts';
import { closeAll, until, write } from './editor.ts';
import { expect, expectEqual, expectMatch } from './expect.ts';
import { activated, drawn, everyNode, heading, nodeOf, reviewed, reviewedWorkspace } from './extension.ts';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`xepGdpr.${command}`, ...args);
const roots = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.startsWith(' '));

suite('the relevance tree', () => {
  suiteSetup(() => reviewedWorkspace());

  teardown(async () => {
    await run('clearFilter');
    await run('groupBy', { group: 'level' });
  });

  test('shows documents by level, with their carriers', async () => {
    const api = await activated();
    const lines = drawn(api, 3);
    const counts = ['high', 'medium', 'low', 'none'].map((level) => ({ level, count: api.reviews().filter((review) => review.level === level).length }));
    expectEqual(roots(lines), counts.filter(({ count }) => count > 0).map(({ level, count }) => `${level.charAt(0).toUpperCase()}${level.slice(1)} (${count})`));
    expectMatch(lines.join('\n'), /^ {2}Doorbell .*\n(?: {4}.*\n)* {4}answer@ip /m);
  });

  for (const [group, expected] of [['document', /^Doorbell /m], ['category', /^Network address \(\d+\)$/mi], ['considerations', /^(?:No Privacy Considerations|Privacy section is complete) \(\d+\)$/m]] as const) {
    test(`groups by ${group}`, async () => {
      const api = await activated();
      await run('groupBy', { group });
      expectMatch(drawn(api, 1).join('\n'), expected);
      expectEqual(api.heading().description, `by ${group}`);
    });
  }

  test('sorts by title', async () => {
    const api = await activated();
    await run('groupBy', { group: 'document' });
    await run('sortBy', { sort: 'title' });
    const titles = api.tree.shown().documents.map(({ review: { title } }) => title);
    expectEqual(titles, [...titles].sort((one, other) => one.localeCompare(other, 'en')));
    await run('sortBy', { sort: 'number' });
  });

  test('filters by words, status and type, and says so', async () => {
    const api = await activated();
    const shown = async (filter: string): Promise<number> => {
      await run('filter', { filter });
      return api.tree.shown().documents.length;
    };
    const total = api.tree.shown().documents.length;
    expectEqual([await shown('doorbell'), await shown('answer@ip'), await shown('type:informational'), await shown('status:protoxep') > 2, await shown('nothing-of-this')], [1, 1, api.reviews().filter(({ type }) => type === 'Informational').length, true, 0]);
    expectMatch(api.heading().message, /^Filter “nothing-of-this”: 0 of \d+\.$/);
    await run('clearFilter');
    expectEqual(api.tree.shown().documents.length, total);
    expectMatch(api.heading().message, /^\d+ reviewed at \d\d:\d\d.*\.$/);
  });

  test('hides inactive documents until somebody asks for them, and counts them', async () => {
    const api = await activated();
    const uri = await write('poem.xml', xepSource({ number: '9904', title: 'A Poem', type: 'Humorous', status: 'Active' }));
    await reviewed(api, (names) => names.includes('poem.xml'));
    const isShown = (): boolean => api.tree.shown().documents.some(({ review }) => review.number === '9904');
    await heading(api, ({ message }) => message.endsWith(', 1 inactive hidden.'));
    expect(!isShown(), 'it is shown');
    await run('toggleInactive');
    expect(isShown() && !/hidden/.test(api.heading().message), 'it is hidden');
    await run('toggleInactive');
    await run('filter', { filter: 'humorous' });
    expectMatch(api.heading().message, /^Filter “humorous”: 0 of \d+, 1 inactive hidden\.$/);
    await vscode.workspace.fs.delete(uri);
    await reviewed(api, (names) => !names.includes('poem.xml'));
  });

  test('counts documents of high relevance in its badge', async () => {
    const api = await activated();
    const before = api.heading().badge;
    const uri = await write('high.xml', xepSource({ number: '0080', title: 'User Location', status: 'Draft', version: '1.10.0', body: "<section1 topic='Use'><example><![CDATA[<message><geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc></message>]]></example></section1>" }));
    await heading(api, ({ badge }) => badge === before + 1);
    await vscode.workspace.fs.delete(uri);
    await heading(api, ({ badge }) => badge === before);
  });

  test('names every node for those who do not see it, and explains it to those who do', async () => {
    const api = await activated();
    for (const group of ['level', 'document', 'category', 'considerations']) {
      await run('groupBy', { group });
      const nodes = everyNode(api);
      expectEqual(['document', 'considerations', 'carrier'].filter((kind) => !nodes.some((node) => node.kind === kind)), []);
      const items = nodes.map((node) => api.tree.getTreeItem(node));
      const lacking = items.filter(({ accessibilityInformation, tooltip }) => (accessibilityInformation?.label ?? '').length < 5 || String(tooltip ?? '').length < 5);
      expectEqual(lacking.map(({ label }) => label), []);
    }
    await run('groupBy', { group: 'level' });
    expectEqual(api.tree.getChildren().map((node) => api.tree.getTreeItem(node).accessibilityInformation?.label).filter((words) => !/^Relevance (?:high|medium|low|none), \d+ documents?$/.test(words ?? '')), []);
  });

  test('opens the place of a carrier', async () => {
    const api = await activated();
    await closeAll();
    const { command } = api.tree.getTreeItem(nodeOf(api, 'carrier', 'answer@ip'));
    await vscode.commands.executeCommand(command?.command ?? '', ...command?.arguments ?? []);
    const editor = vscode.window.activeTextEditor;
    expectEqual(editor?.document.getText(editor.selection), "ip='192.0.2.7'");
  });

  test('explains a carrier beside it, and opens the source of a document', async () => {
    const api = await activated();
    await closeAll();
    const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await run('openSource', nodeOf(api, 'document', 'Doorbell'));
    expectEqual(tabs(), ['doorbell.xml']);
    await run('explainCarrier', nodeOf(api, 'carrier', 'answer@ip'));
    await until(vscode.window.tabGroups.onDidChangeTabs, () => tabs().some((label) => label.includes('answer@ip')), () => tabs().join(', '));
    await closeAll();
  });

  for (const [command, row] of [['copyAsMarkdown', /^\|.*Doorbell.*network address/m], ['copyAsCsv', /^doorbell,.*network address/m], ['copyAsMediawiki', /^\|.*Doorbell/m], ['copyAsXep', /^ *<tr><td>.*Doorbell.*<\/td>/m]] as const) {
    test(`gives the rows of its nodes to the clipboard: ${command}`, async () => {
      const api = await activated();
      await run(command, nodeOf(api, 'document', 'Doorbell'));
      expectMatch(await vscode.env.clipboard.readText(), row);
      await run(command, undefined, api.tree.getChildren());
      const all = await vscode.env.clipboard.readText();
      expectMatch(all, row);
      expectMatch(all, /Porch Light/);
    });
  }
});
