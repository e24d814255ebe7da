// SPDX-License-Identifier: MIT
// The extension in a VS Code that speaks German: what comes from the manifest, and what the extension says itself.
import { choice, offered, openContainer, ready, runCommand, treeRows, webviewPage } from './workbench.mjs';

/** Drives a German window; throws where it speaks English. The window's own words stay English: its language pack is not installed. */
export async function workGermanWindow({ page }, say) {
  await ready(page);
  await openContainer(page, 'XEP GDPR');
  await page.locator('.welcome-view-content a.monaco-button', { hasText: 'Arbeitsbereich prüfen' }).click();
  await page.locator('.part.statusbar', { hasText: /Geprüft: \d+ Dokumente, davon \d+ mit hoher Relevanz/ }).waitFor();
  await treeRows(page).and(page.locator('[aria-label^="Relevanz "]')).first().waitFor();
  const titles = await offered(page, 'XEP GDPR: Relevanz', 'Relevanztabelle erzeugen');
  // The second line of each is the English title, by which commands are found as well.
  const english = titles.filter((title) => /Relevance|Review|Show|Copy|Tree/.test(title.split('\n')[0] ?? ''));
  if (english.length > 0) {
    throw new Error(`The German window offers ${english.join(', ')}`);
  }
  await runCommand(page, 'XEP GDPR: Relevanzübersicht anzeigen');
  await webviewPage(page).getByRole('heading', { name: 'DSGVO-Relevanz von XEPs' }).waitFor();
  await webviewPage(page).getByRole('columnheader', { name: 'Zugangsdaten' }).waitFor();
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Welcome: Open Walkthrough');
  await (await choice(page, 'Einen XEP auf personenbezogene Daten prüfen')).click();
  await page.locator('.getting-started-step', { hasText: 'Triage in einer Minute' }).waitFor();
  // Beside the steps, where the window is wide enough.
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h2', { hasText: 'Ein XEP ist eine XML-Datei' }).waitFor({ state: 'attached' });
  say('    ✔ speaks German where the editor does');
}
