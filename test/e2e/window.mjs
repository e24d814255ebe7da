// SPDX-License-Identifier: MIT
// What only somebody who works the window can see: menus and when they offer what, buttons, dialogs, outlines.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, choice, chooseFromMenu, editorOf, menuItems, notification, offered, openContainer, openFile, openProblems, ready, row, runCommand, treeRows, webviewPage, writtenDown } from './workbench.mjs';

/** Drives the window and says what holds; throws where something is not as it should be. */
export async function workWindow({ page, folder }, say) {
  await ready(page);
  for (const [words, step] of Object.entries(steps)) {
    try {
      await step(page, folder);
      say(`    ✔ ${words}`);
    } catch (error) {
      throw new Error(`The window: ${words}: ${error.message}`, { cause: error });
    }
  }
}

const steps = {
  async 'offers a review where nothing was reviewed, and no command that would do nothing'(page) {
    await openContainer(page, 'XEP GDPR');
    await page.locator('.welcome-view-content', { hasText: 'Nothing leaves this computer' }).waitFor();
    const commands = await offered(page, 'XEP GDPR: ', 'Review Workspace');
    expect(!commands.some((title) => /Next Carrier|Clear Filter|Group Relevance|Ignore/.test(title)), commands.join('\n'));
  },

  async 'reviews at the press of the button'(page) {
    await page.locator('.welcome-view-content a.monaco-button', { hasText: 'Review Workspace' }).click();
    await page.locator('.part.statusbar', { hasText: /Reviewed \d+ documents/ }).waitFor();
    await treeRows(page).first().waitFor();
  },

  async 'has commands for a document and for a carrier in the menus of the tree'(page) {
    await runCommand(page, 'XEP GDPR: Group Relevance Tree by');
    await (await choice(page, 'Document')).click();
    await row(page, 'Doorbell').click();
    await page.keyboard.press('ArrowRight');
    await row(page, 'answer@ip').waitFor();
    const ofDocument = await menuItems(page, row(page, 'Doorbell'));
    expect(['Open XEP Source', 'Open Published Page', 'Copy Row as'].every((item) => ofDocument.includes(item)) && !ofDocument.includes('Ignore with Reason…'), ofDocument.join('\n'));
    const ofCarrier = await menuItems(page, row(page, 'answer@ip'));
    expect(['Explain Carrier', 'Ignore with Reason…', 'Copy Row as'].every((item) => ofCarrier.includes(item)), ofCarrier.join('\n'));
  },

  async 'ignores a carrier of the tree for the reason that is given'(page, folder) {
    await chooseFromMenu(page, row(page, 'answer@ip'), 'Ignore with Reason');
    await answer(page, 'The bell needs it.');
    await treeRows(page).and(page.locator('[aria-label*="answer@ip"][aria-label*="ignored"]')).waitFor();
    expect(/answer@ip", "reason": "The bell needs it\."/.test(readFileSync(join(folder, '.xep-gdpr.json'), 'utf8')), 'it is not in the file');
    rmSync(join(folder, '.xep-gdpr.json'));
    await treeRows(page).and(page.locator('[aria-label*="answer@ip"]:not([aria-label*="ignored"])')).waitFor();
  },

  async 'shows the filter while there is one, and only then offers to clear it'(page) {
    await runCommand(page, 'XEP GDPR: Filter');
    await answer(page, 'status:protoxep location');
    await page.locator('.part.sidebar', { hasText: 'Filter “status:protoxep location”: 1 of ' }).waitFor();
    expect((await offered(page, 'XEP GDPR: ', 'Clear Filter')).some((title) => /Clear Filter/.test(title)), 'it is not offered');
    await page.locator('.part.sidebar .title-actions [aria-label^="Clear Filter"]').click();
    await page.locator('.part.sidebar', { hasText: 'Filter “' }).waitFor({ state: 'detached' });
  },

  async 'offers the relevance panel after a review, filters it, and opens a source from it'(page) {
    await (await notification(page, /Reviewed \d+ documents, \d+ of high relevance/)).locator('.monaco-button', { hasText: 'Show Relevance Panel' }).click();
    const panel = webviewPage(page);
    await panel.getByRole('rowheader', { name: /Doorbell/ }).waitFor();
    await panel.getByRole('searchbox').fill('doorbell');
    await panel.locator('.outcome', { hasText: /^1 of \d+ documents$/ }).waitFor();
    await panel.getByRole('rowheader', { name: /Doorbell/ }).click();
    await panel.getByRole('button', { name: '<answer ip/>' }).click();
    await editorOf(page, 'doorbell.xml').locator('.view-line', { hasText: '192.0.2.7' }).first().waitFor();
    await page.locator('.part.statusbar', { hasText: '(14 selected)' }).waitFor();
  },

  async 'keeps filter and open row of the panel while it is hidden'(page) {
    await runCommand(page, 'View: Close All Editor Groups');
    await runCommand(page, 'XEP GDPR: Show Relevance Panel');
    const panel = webviewPage(page);
    await panel.getByRole('searchbox').fill('door');
    await panel.getByRole('rowheader', { name: /Doorbell/ }).click();
    await panel.getByRole('heading', { name: /Doorbell/ }).waitFor();
    await openFile(page, 'line-folding.xml');
    await page.locator('iframe.webview.ready:visible').waitFor({ state: 'hidden' });
    await runCommand(page, 'XEP GDPR: Show Relevance Panel');
    await panel.getByRole('heading', { name: /Doorbell/ }).waitFor();
    expect(await panel.getByRole('searchbox').inputValue() === 'door', 'the filter is lost');
  },

  async 'leads through the walkthrough: its buttons are about the XEP that is open, and what was done is marked'(page) {
    await openFile(page, 'doorbell.xml');
    await runCommand(page, 'Welcome: Open Walkthrough');
    await (await choice(page, 'Review a XEP for personal data')).click();
    const step = page.locator('.getting-started-step', { hasText: 'Triage it in a minute' });
    await step.locator('.step-title').click();
    await step.locator('.monaco-button', { hasText: 'Triage Document' }).click();
    await page.locator('.tab', { hasText: 'Triage of doorbell' }).waitFor();
    await step.locator('.getting-started-checkbox.checked, .codicon-getting-started-step-checked').first().waitFor({ state: 'attached' });
    await runCommand(page, 'View: Close All Editors');
  },

  async 'opens the page about a finding from its code'(page) {
    await openFile(page, 'doorbell.xml');
    await openProblems(page);
    await page.locator('.markers-panel a', { hasText: 'carrier/location' }).first().click({ modifiers: ['Control'] });
    await page.locator('.tab', { hasText: 'carrier-location.md' }).waitFor();
    await runCommand(page, 'View: Close All Editors');
    await page.keyboard.press('Control+J');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  },

  async 'says where a document has no published page'(page) {
    const editor = await openFile(page, 'doorbell.xml');
    await editor.locator('.codelens-decoration', { hasText: 'GDPR' }).first().waitFor();
    await runCommand(page, 'XEP GDPR: Open Published Page');
    await notification(page, 'Doorbell has no page of its own yet');
    await runCommand(page, 'Notifications: Clear All Notifications');
  },

  async 'shows what the server has to say'(page) {
    await runCommand(page, 'XEP GDPR: Show Output');
    await page.locator('.part.panel .output-view, .part.panel [aria-label*="XEP GDPR"]').first().waitFor();
    await page.keyboard.press('Control+J');
  },

  async 'outlines carriers where the settings want that instead of problems'(page, folder) {
    const editor = await openFile(page, 'doorbell.xml');
    const squiggles = editor.locator('.view-overlays .squiggly-info');
    await editor.locator('.codelens-decoration', { hasText: 'GDPR' }).first().waitFor();
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "xepGdpr.show": "decorations" }');
    await page.keyboard.press('Control+End');
    await editor.locator('.view-overlays [class*="TextEditorDecorationType"]').first().waitFor();
    await squiggles.first().waitFor({ state: 'detached' });
    rmSync(join(folder, '.vscode'), { recursive: true });
  },

  async 'saves the table to the file that is chosen'(page, folder) {
    await runCommand(page, 'XEP GDPR: Generate Relevance Table');
    await (await choice(page, 'CSV')).click();
    await (await choice(page, 'Save to a file')).click();
    const input = page.locator('.quick-input-widget:visible .quick-input-box input');
    await page.waitForFunction((element) => element.value.endsWith('gdpr-relevance.csv'), await input.elementHandle());
    await page.keyboard.press('Enter');
    await notification(page, /Saved the relevance table .* to gdpr-relevance\.csv/);
    expect(existsSync(join(folder, 'gdpr-relevance.csv')), 'there is no file');
  },

  async 'stops a review of the workspace when told'(page, folder) {
    mkdirSync(join(folder, 'many'));
    for (let index = 0; index < 4000; index++) {
      cpSync(join(folder, 'doorbell.xml'), join(folder, 'many', `bell-${index}.xml`));
    }
    await runCommand(page, 'XEP GDPR: Review Workspace');
    await (await notification(page, 'Reviewing XEP sources')).locator('.monaco-button', { hasText: 'Cancel' }).click();
    await page.locator('.part.statusbar', { hasText: /Cancelled after \d+ documents?\./ }).waitFor();
  },

  async 'brings the panel back with the window, filtered as it was'(page, folder) {
    rmSync(join(folder, 'many'), { recursive: true });
    await runCommand(page, 'View: Close All Editor Groups');
    await runCommand(page, 'XEP GDPR: Show Relevance Panel');
    const panel = webviewPage(page);
    await panel.getByRole('searchbox').fill('DoorBELL');
    await writtenDown(page, 'DoorBELL');
    await page.reload();
    await ready(page);
    await panel.getByRole('button', { name: 'Review Workspace' }).click();
    await panel.getByRole('rowheader', { name: /Doorbell/ }).waitFor();
    expect(await panel.getByRole('searchbox').inputValue() === 'DoorBELL', 'the filter is lost');
  },
};

function expect(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}
