// SPDX-License-Identifier: MIT
// Works the window as a person does. Finds things by role, label and the class names that VS Code has long had.

const inputBox = '.quick-input-widget:visible .quick-input-box input';
const inputRow = '.quick-input-widget .monaco-list-row';

/** Waits until the window takes keys. */
export async function ready(page) {
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
  await page.waitForFunction(() => !globalThis.document.querySelector('.explorer-folders-view .monaco-progress-container.active'));
}

/** Opens a file of the folder by its name; answers its editor. */
export async function openFile(page, name) {
  const row = page.locator(inputRow, { hasText: name }).first();
  // A file that has just been written may be missing from the first answer, which does not change by itself.
  for (let tries = 0; tries < 5; tries++) {
    await quickInput(page, 'Control+P', name);
    if (await row.waitFor({ timeout: 4000 }).then(() => true, () => false)) {
      break;
    }
    await page.keyboard.press('Escape');
  }
  await row.click();
  const editor = editorOf(page, name);
  await editor.locator('.view-line').first().waitFor();
  return editor;
}

export function editorOf(page, name) {
  return page.locator(`.monaco-editor[data-uri$=${JSON.stringify(name)}]`).first();
}

/** Runs a command by its full title, category included. */
export async function runCommand(page, title) {
  await quickInput(page, 'F1', `>${title}`);
  await page.locator(inputRow, { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Waits for a list of choices that has the one wanted. */
export async function choice(page, text) {
  const row = page.locator(inputRow, { hasText: text }).first();
  await row.waitFor();
  return row;
}

/** Waits for a question for text and answers it. */
export async function answer(page, text) {
  const input = page.locator(inputBox);
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

export async function goToLine(page, line) {
  await quickInput(page, 'Control+G', `:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Rests the mouse on the first piece of coloured text that contains the given one; answers the words of the hover. */
export async function hoverOver(page, editor, text) {
  const word = editor.locator('.view-line span > span', { hasText: text }).first();
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content:visible').first();
  for (let tries = 1; ; tries++) {
    const box = await word.boundingBox();
    await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    try {
      await hover.waitFor({ timeout: 4000 });
      await page.waitForFunction((element) => !/Loading/.test(element.textContent), await hover.elementHandle());
      return await hover.innerText();
    } catch (error) {
      if (tries === 4) {
        throw error;
      }
      await page.mouse.move(5, 5);
    }
  }
}

/** Opens a container of the activity bar by its title. */
export async function openContainer(page, title) {
  const tab = page.locator('.part.activitybar [role="tab"]').filter({ has: page.locator(`a.action-label[aria-label^=${JSON.stringify(title)}]`) });
  await tab.waitFor();
  if (await tab.getAttribute('aria-selected') !== 'true') {
    await tab.click();
  }
}

export function treeRows(page) {
  return page.locator('.part.sidebar .tree-explorer-viewlet-tree-view [role="treeitem"]');
}

/** The page inside the webview that is in front. */
export function webviewPage(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The first row of the tree whose words begin so. */
export function row(page, words) {
  return treeRows(page).and(page.locator(`[aria-label^=${JSON.stringify(words)}]`)).first();
}

/** The titles that the list of commands offers for some words, once one that is sure to be there is. */
export async function offered(page, words, sure) {
  await quickInput(page, 'F1', `>${words}`);
  await page.locator(inputRow, { hasText: sure }).first().waitFor();
  const titles = await page.locator(inputRow).allInnerTexts();
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  return titles;
}

/** Waits for a notification; a window that is driven shows none by itself, so their list is opened. */
export async function notification(page, words) {
  await runCommand(page, 'Notifications: Show Notifications');
  const item = page.locator('.notifications-center .notification-list-item', { hasText: words }).first();
  await item.waitFor();
  return item;
}

/** Chooses an item of the menu that something has. */
export async function chooseFromMenu(page, target, words) {
  await target.click({ button: 'right' });
  const item = page.locator('.monaco-menu .action-menu-item', { hasText: words });
  await item.waitFor();
  // A menu takes no click right after it opened.
  for (let tries = 0; await item.isVisible() && tries < 50; tries++) {
    await item.hover();
    await page.keyboard.press('Enter');
  }
}

/** The items of the menu that something has; the menu is closed again. */
export async function menuItems(page, target) {
  await target.click({ button: 'right' });
  const items = page.locator('.monaco-menu .action-label');
  await items.first().waitFor();
  const words = (await items.allInnerTexts()).map((text) => text.trim()).filter((text) => text !== '');
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  return words;
}

/** Opens the list of problems below the editor. */
export async function openProblems(page) {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel [role="treeitem"]').first().waitFor();
}

/** Waits until the window has written down, for its next start, something that holds a text: it does so every few seconds, when it has nothing else to do. */
export async function writtenDown(page, text) {
  for (let tries = 0; tries < 120; tries++) {
    if (await page.evaluate(isStored, text)) {
      return;
    }
    await page.waitForTimeout(500);
  }
  throw new Error(`The window has not written down "${text}".`);
}

/** Runs in the page. */
async function isStored(text) {
  const { indexedDB } = globalThis;
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    const values = await Promise.all([...database.objectStoreNames].map((store) => asked(database.transaction(store).objectStore(store).getAll())));
    database.close();
    if (values.flat().some((value) => typeof value === 'string' && value.includes(text))) {
      return true;
    }
  }
  return false;
}

/** For pictures: no notifications, no blinking cursor, nothing half faded in. */
export async function holdStill(page) {
  await page.addStyleTag({ content: '.notifications-toasts{display:none!important} .cursors-layer>.cursor{visibility:hidden!important} .monaco-hover,.monaco-hover *,.suggest-widget{animation:none!important;transition:none!important}' });
}

/** Presses a key until its input takes the text: a key that comes while the window still restores can get lost, and an editor that opens late closes the input. */
async function quickInput(page, key, text) {
  const input = page.locator(inputBox);
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key);
    try {
      await input.waitFor({ timeout: 3000 });
      await input.fill(text, { timeout: 3000 });
      return;
    } catch (error) {
      if (tries === 5) {
        throw error;
      }
    }
  }
}
