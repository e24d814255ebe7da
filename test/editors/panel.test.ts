// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { ToEditor, ToPage } from '../../client/panel/messages.ts';
import { panelAssets } from '../../server/generated/panel.js';
import { panelHead, type PanelDocument } from '../../server/src/report/index.ts';
import { browserHere } from './browserHere.ts';
import { panelCarrier, panelEntry } from '../report/panelEntries.ts';
import { dataset } from '../report/rows.ts';

const named = (name: string, changes: Partial<PanelDocument> = {}): PanelDocument => ({ ...panelEntry().document, id: `file:///${name}.xml`, number: name, name: `XEP-${name}`, title: `Kettle ${name}`, ...changes });

// What an editor says to the page, in an order of the test's choosing; the editor itself is in the suites of test/e2e.
suite('the panel as an editor talks to it', () => {
  let browser: Browser | undefined;

  suiteSetup(async function () {
    browser = await browserHere(this);
  });
  suiteTeardown(() => browser?.close());

  /** The page, with a way to say something to it, and what it said itself. */
  async function withPanel(work: (page: Page, say: (message: ToPage) => Promise<void>, said: () => Promise<readonly ToEditor[]>) => Promise<void>): Promise<void> {
    assert.ok(browser);
    const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    page.setDefaultTimeout(10_000);
    try {
      await page.addInitScript('globalThis.said = []; globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => said.push(message), getState: () => undefined, setState: () => {} });');
      await page.goto('about:blank');
      await page.setContent(`<!DOCTYPE html><html lang="en"><head><style>${panelAssets.style}</style></head><body><script>${panelAssets.script}</script></body></html>`);
      await work(page, (message) => page.evaluate(`postMessage(${JSON.stringify(message)})`), () => page.evaluate('said'));
    } finally {
      await page.close();
    }
  }
  const head: ToPage = { kind: 'head', head: panelHead(dataset, '1'), texts: {} };
  const told = (changed: readonly PanelDocument[], removed: readonly string[] = []): ToPage => ({ kind: 'documents', changed, removed });
  const names = (page: Page): Promise<string[]> => page.locator('.rows .cell.document b').allInnerTexts();

  test('says that it is ready, and shows what it is told', async () => {
    await withPanel(async (page, say, said) => {
      assert.deepEqual(await said(), [{ kind: 'ready' }]);
      await say(head);
      await say(told([]));
      await page.getByText('Nothing was reviewed yet.').waitFor();
      await say(told([named('0002'), named('0001')]));
      await page.locator('.rows .row').first().waitFor();
      assert.deepEqual(await names(page), ['XEP-0001', 'XEP-0002']);
      await say(told([named('0003')], ['file:///0001.xml']));
      await page.locator('.rows .row', { hasText: 'XEP-0003' }).waitFor();
      assert.deepEqual(await names(page), ['XEP-0002', 'XEP-0003']);
      assert.deepEqual((await said()).at(-1), { kind: 'shown', documents: 2, of: 2 });
    });
  });

  test('leaves the keys in a row that is reviewed anew, and that moves', async () => {
    await withPanel(async (page, say) => {
      await say(head);
      await say(told([named('0001'), named('0003')]));
      await page.locator('.rows .row', { hasText: 'XEP-0003' }).locator('.cell.level').click();
      await say(told([named('0002'), named('0003', { level: 'high' })]));
      await page.locator('.rows .row', { hasText: 'XEP-0002' }).waitFor();
      assert.equal(await page.evaluate("document.activeElement.closest('.row').textContent.slice(0, 8)"), 'XEP-0003');
      await page.keyboard.press('ArrowUp');
      assert.equal(await page.evaluate("document.activeElement.closest('.row').textContent.slice(0, 8)"), 'XEP-0002');
    });
  });

  test('shows the carriers of the document that is open, whichever answer comes first', async () => {
    await withPanel(async (page, say, said) => {
      await say(head);
      await say(told([named('0001'), named('0002')]));
      await page.locator('.rows .row', { hasText: 'XEP-0001' }).locator('.cell.document').click();
      await page.locator('.rows .row', { hasText: 'XEP-0002' }).locator('.cell.document').click();
      await say({ kind: 'carriers', id: 'file:///0002.xml', carriers: [panelCarrier({ note: 'Of the second.' })] });
      await page.getByText('Of the second.').waitFor();
      await say({ kind: 'carriers', id: 'file:///0001.xml', carriers: [panelCarrier({ note: 'Of the first.' })] });
      await say(told([named('0004')]));
      await page.locator('.rows .row', { hasText: 'XEP-0004' }).waitFor();
      assert.equal(await page.getByText('Of the first.').count(), 0);
      await page.getByRole('button', { name: '<cup sugar/>' }).click();
      assert.deepEqual((await said()).at(-1), { kind: 'open', id: 'file:///0002.xml', carrier: 'urn:example:tea cup@sugar' });
    });
  });

  test('keeps what was found in a document while its new review is on its way', async () => {
    await withPanel(async (page, say) => {
      await say(head);
      await say(told([named('0001')]));
      await page.locator('.rows .row .cell.document').click();
      await say({ kind: 'carriers', id: 'file:///0001.xml', carriers: [panelCarrier({ note: 'As before.' })] });
      await page.getByText('As before.').waitFor();
      await say(told([named('0001', { reason: 'A new reason.' })]));
      await page.locator('.verdict', { hasText: 'A new reason.' }).waitFor();
      assert.ok(await page.getByText('As before.').isVisible());
      await say({ kind: 'carriers', id: 'file:///0001.xml', carriers: [panelCarrier({ note: 'As it is now.' })] });
      await page.getByText('As it is now.').waitFor();
      assert.equal(await page.getByText('As before.').count(), 0);
    });
  });

  test('closes the details of a document that is gone', async () => {
    await withPanel(async (page, say) => {
      await say(head);
      await say(told([named('0001'), named('0002')]));
      await page.locator('.rows .row', { hasText: 'XEP-0001' }).locator('.cell.document').click();
      await page.locator('.details').waitFor();
      await say(told([], ['file:///0001.xml']));
      await page.locator('.details').waitFor({ state: 'hidden' });
      assert.deepEqual(await names(page), ['XEP-0002']);
    });
  });

  test('speaks the language that it is told', async () => {
    await withPanel(async (page, say) => {
      await say({ ...head, texts: { Document: 'Dokument', '{0} documents': '{0} Dokumente', Tea: 'Tee', en: 'de' } });
      await say(told([named('0001'), named('0002')]));
      await page.locator('.outcome', { hasText: '2 Dokumente' }).waitFor();
      assert.equal(await page.locator('[role=columnheader]').first().innerText(), 'Dokument\n▲');
      assert.equal(await page.getByRole('columnheader', { name: 'Tee' }).count(), 1);
      assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
    });
  });
});
