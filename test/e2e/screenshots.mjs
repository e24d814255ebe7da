// SPDX-License-Identifier: MIT
// Works the window as a person would, in each kind of theme, and keeps pictures: node test/e2e/screenshots.mjs [--folder DIR] [--file NAME] [--line N] [--word TEXT] [--filter TEXT]
// The pictures are in test/screenshots/; somebody has to look at them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { root } from './places.mjs';
import { runInVscode } from './run.mjs';
import { setup } from './setup.mjs';
import { answer, choice, editorOf, goToLine, hoverOver, holdStill, openContainer, openFile, openProblems, ready, runCommand, treeRows, webviewPage } from './workbench.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast', contrastLight: 'Default High Contrast Light' };
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(root, 'data', 'samples') }, file: { type: 'string', default: 'doorbell.xml' },
    line: { type: 'string', default: '53' }, word: { type: 'string', default: 'lat' }, filter: { type: 'string', default: 'location' },
  },
});
const pictures = join(root, 'test', 'screenshots');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
await setup();
await build();
for (const [name, theme] of Object.entries(themes)) {
  await runInVscode({ kind: 'node', extension: root, folders: [values.folder], settings: { 'workbench.colorTheme': theme }, drive: ({ page, folder }) => visit(page, name, folder) });
  console.log(`${name}: ${pictures}`);
}

/** The panel in a wide and in a narrow window: all rows, and the details of one. */
async function visitPanel(page, picture) {
  const panel = webviewPage(page);
  const usual = page.viewportSize();
  await panel.getByRole('rowheader').first().waitFor();
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  for (const [name, size] of Object.entries({ wide: { width: 1600, height: 900 }, narrow: { width: 450, height: 800 } })) {
    await page.setViewportSize(size);
    await picture(`13-panel-${name}`);
    await panel.locator('.rows .cell.heat.high').first().click();
    await panel.locator('.carriers li').first().waitFor();
    await page.mouse.move(5, 5);
    await picture(`14-details-${name}`);
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Close details' }).click({ timeout: 1000 }).catch(() => undefined);
  }
  await page.setViewportSize(usual);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await openFile(page, values.file);
}

async function visit(page, theme, folder) {
  const picture = (step) => page.screenshot({ path: join(pictures, `${step}.${theme}.png`) });
  await ready(page);
  await holdStill(page);
  const editor = await openFile(page, values.file);
  await editor.locator('.codelens-decoration', { hasText: 'GDPR' }).first().waitFor();
  await picture('1-document');
  await goToLine(page, values.line);
  await editor.locator('.view-overlays .squiggly-info').first().waitFor();
  await hoverOver(page, editor, values.word);
  await picture('2-hover');
  await page.mouse.move(5, 5);
  await runCommand(page, 'XEP GDPR: Begin or Complete Privacy Considerations');
  await editor.locator('.view-line', { hasText: 'TODO' }).first().waitFor();
  await picture('11-considerations');
  await page.keyboard.press('Control+Z');
  await editor.locator('.view-line', { hasText: 'TODO' }).first().waitFor({ state: 'detached' });
  await runCommand(page, 'XEP GDPR: Triage Document');
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h1', { hasText: 'GDPR triage' }).waitFor();
  await picture('12-triage');
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, values.file);

  writeFileSync(join(folder, 'kettle.txt'), '# What our server speaks\n0045 0191 0313 0357 0363\n');
  await openFile(page, 'kettle.txt');
  await runCommand(page, 'XEP GDPR: Deployment Report');
  await choice(page, 'kettle.txt');
  await picture('13-deployment-choice');
  await (await choice(page, 'kettle.txt')).click();
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h2').nth(3).waitFor();
  await picture('14-deployment');
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, values.file);

  await openContainer(page, 'XEP GDPR');
  await runCommand(page, 'XEP GDPR: Review Workspace');
  await page.locator('.part.statusbar', { hasText: /Reviewed \d+ document/ }).waitFor();
  await treeRows(page).first().waitFor();
  await picture('3-tree');
  await runCommand(page, 'XEP GDPR: Show Relevance Tree');
  await treeRows(page).and(page.locator('[aria-selected="true"][aria-expanded="true"]')).waitFor();
  await treeRows(page).and(page.locator('[aria-level="3"]')).first().waitFor();
  await picture('4-open-tree');
  await runCommand(page, 'XEP GDPR: Filter');
  await answer(page, values.filter);
  await page.locator('.part.sidebar', { hasText: `Filter “${values.filter}”` }).waitFor();
  await picture('5-filter');

  await runCommand(page, 'XEP GDPR: Show Relevance Panel');
  await visitPanel(page, picture);
  await runCommand(page, 'XEP GDPR: Clear Filter of Relevance Tree');
  await page.locator('.part.sidebar', { hasText: 'Filter “' }).waitFor({ state: 'detached' });
  await runCommand(page, 'XEP GDPR: Generate Relevance Table');
  await choice(page, 'Markdown');
  await picture('6-formats');
  await (await choice(page, 'Markdown')).click();
  // Asked only where the tree shows fewer documents than there are.
  const all = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'All documents' });
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: /All documents|Open in an editor/ }).first().waitFor();
  if (await all.isVisible()) {
    await all.click();
  }
  await (await choice(page, 'Open in an editor')).click();
  await editorOf(page, 'Untitled-1').locator('.view-line', { hasText: 'Relevance' }).first().waitFor();
  await picture('7-table');
  await openProblems(page);
  await picture('8-problems');

  const document = values.file.replace('.xml', '');
  const ignore = [{ document, code: 'carrier/jid', until: '2020-01-01' }, { document, carrier: 'urn:example:nothing at@all' }, { document: '*', code: 'source/namespace' }];
  writeFileSync(join(folder, '.xep-gdpr.json'), `{\n  "ignore": [\n${ignore.map((entry) => `    ${JSON.stringify({ ...entry, reason: 'For a picture.' })}`).join(',\n')}\n  ],\n  "overrides": 1\n}\n`);
  const own = await openFile(page, '.xep-gdpr.json');
  await own.locator('.view-overlays .squiggly-error').first().waitFor();
  await own.locator('.view-line', { has: page.locator('.squiggly-inline-unnecessary') }).nth(ignore.length - 1).waitFor();
  await picture('9-own-file');
  await openFile(page, values.file);
  writeFileSync(join(folder, '.xep-gdpr.json'), '{}');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "xepGdpr.show": "decorations" }');
  await page.locator('.view-overlays [class*="TextEditorDecorationType"]').first().waitFor();
  await picture('10-outlines');
}
