// SPDX-License-Identifier: MIT
// npm run screenshots: the pictures of the README, of the real program at work on data/samples, small enough to be kept in the project.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import UPNG from 'upng-js';
import { installMissing } from '../../scripts/install.mjs';
import { root } from './places.mjs';
import { runInVscode } from './run.mjs';
import { setup } from './setup.mjs';
import { choice, goToLine, hoverOver, holdStill, openContainer, openFile, ready, runCommand, treeRows } from './workbench.mjs';

const folder = join(root, 'docs', 'images');
/** Bytes of a picture. */
const limit = 120_000;
/** Few enough to be small, enough for smooth letters. */
const colours = 64;

installMissing();
await setup();
const { build } = await import('../../scripts/build.mjs');
await build();
mkdirSync(folder, { recursive: true });
await runInVscode({ kind: 'node', extension: root, folders: [join(root, 'data', 'samples')], settings: { 'workbench.colorTheme': 'Default Light Modern', 'outline.collapseItems': 'alwaysCollapse' }, drive: takePictures });

async function takePictures({ page, folder: workspace }) {
  await page.setViewportSize({ width: 1120, height: 640 });
  await ready(page);
  await holdStill(page);
  const editor = await openFile(page, 'doorbell.xml');
  await editor.locator('.codelens-decoration', { hasText: 'GDPR' }).first().waitFor();
  await runCommand(page, 'View: Close Primary Side Bar');
  await goToLine(page, 53);
  await editor.locator('.view-overlays .squiggly-info').first().waitFor();
  await hoverOver(page, editor, 'lat');
  await take(page, 'author');

  await page.mouse.move(5, 5);
  await runCommand(page, 'XEP GDPR: Triage Document');
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h1', { hasText: 'GDPR triage' }).waitFor();
  await take(page, 'reviewer');

  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'doorbell.xml');
  await openContainer(page, 'XEP GDPR');
  await runCommand(page, 'XEP GDPR: Review Workspace');
  await page.locator('.part.statusbar', { hasText: /Reviewed \d+ document/ }).waitFor();
  await runCommand(page, 'XEP GDPR: Show Relevance Tree');
  await treeRows(page).and(page.locator('[aria-level="3"]')).first().waitFor();
  await take(page, 'maintainer');

  await runCommand(page, 'View: Close All Editors');
  writeFileSync(join(workspace, 'kettle.txt'), '# What our server speaks\n0045 0191 0313 0357 0363\n');
  await openFile(page, 'kettle.txt');
  await runCommand(page, 'View: Close Primary Side Bar');
  await runCommand(page, 'XEP GDPR: Deployment Report');
  await (await choice(page, 'kettle.txt')).click();
  // A check is what no other picture has.
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h3', { hasText: 'logging' }).evaluate((heading) => heading.scrollIntoView());
  await take(page, 'operator');
}

async function take(page, name) {
  const { width, height, ...picture } = UPNG.decode(await page.screenshot());
  const small = globalThis.Buffer.from(UPNG.encode(UPNG.toRGBA8({ width, height, ...picture }), width, height, colours));
  if (small.length > limit) {
    throw new Error(`${name}: ${small.length} bytes are more than ${limit}`);
  }
  writeFileSync(join(folder, `${name}.png`), small);
  console.log(`${String(small.length).padStart(7)}  docs/images/${name}.png`);
}
