// SPDX-License-Identifier: MIT
// Works the window as a person would, in each kind of theme, and keeps pictures: node test/e2e/screenshots.mjs [--folder DIR] [--file NAME] [--word TEXT] [--filter TEXT]
// The pictures are in test/screenshots/; somebody has to look at them.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { root } from './places.mjs';
import { runInVscode } from './run.mjs';
import { setup } from './setup.mjs';
import { answer, choice, hoverOver, holdStill, openContainer, openFile, ready, runCommand, treeRows } from './workbench.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast', contrastLight: 'Default High Contrast Light' };
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(root, 'data', 'samples') }, file: { type: 'string', default: 'doorbell.xml' },
    word: { type: 'string', default: 'lat' }, filter: { type: 'string', default: 'location' },
  },
});
const pictures = join(root, 'test', 'screenshots');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
await setup();
await build();
for (const [name, theme] of Object.entries(themes)) {
  await runInVscode({ kind: 'node', extension: root, folder: values.folder, settings: { 'workbench.colorTheme': theme }, drive: ({ page }) => visit(page, name) });
  console.log(`${name}: ${pictures}`);
}

async function visit(page, theme) {
  const picture = (step) => page.screenshot({ path: join(pictures, `${step}.${theme}.png`) });
  await ready(page);
  await holdStill(page);
  const editor = await openFile(page, values.file);
  await editor.locator('.view-overlays .squiggly-info').first().waitFor();
  await picture('1-document');
  await hoverOver(page, editor, values.word);
  await picture('2-hover');
  await page.mouse.move(5, 5);

  await openContainer(page, 'XEP GDPR');
  await runCommand(page, 'XEP GDPR: Review Workspace');
  await treeRows(page).first().waitFor();
  await picture('3-tree');
  await runCommand(page, 'XEP GDPR: Filter');
  await answer(page, values.filter);
  await page.locator('.part.sidebar', { hasText: `Filter “${values.filter}”` }).waitFor();
  await picture('4-filter');

  await runCommand(page, 'XEP GDPR: Generate Relevance Table');
  await (await choice(page, 'Markdown')).click();
  await picture('5-formats');
  await page.keyboard.press('Escape');
}
