// SPDX-License-Identifier: MIT
// Opens a workspace folder in a real VS Code and runs a suite in its extension host, or drives its window.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { installedIn, makeHost, nameWebExtensions, workbenchUrl } from './extensions.mjs';
import { layWorkspace } from './layWorkspace.mjs';
import { installVsix, prepareData, startServer } from './server.mjs';

/** Lines of the workbench itself that say nothing about the extension. */
const noise = /^\[(AgentHost|ChatModel|AccountPolicy|reconnection|DefaultAccount|chat-stt|Service Worker)|^(Creating a socket|Resolv(ed|ing) connection token|Updating additional builtin|Ignoring fetching additional builtin|Timed out waiting for authentication provider|Loading development extension|No search provider registered|Canceled: Canceled)/;

/**
 * Answers whether the suite ran and passed, or throws. `kind` is `node` or `web`; the extension comes from a folder
 * (`extension`) or a package (`vsix`); `folders`, several for a multi-root workspace, are copied, so that tests may edit them, and files that lie elsewhere (`loose`) into the last;
 * `language` is that of the window, English where none is named; `suite` is a CommonJS bundle exporting `run`, whose output goes to `say`; `drive({ page, folder })` works the window. On trouble the data folder stays, with a picture and logs.
 */
/** Names under which a webview of VS Code asks for files; its own service worker answers, no machine. */
const webviewResources = '.vscode-resource.vscode-cdn.net';

export async function runInVscode({ kind, extension, vsix, folders, loose, suite, drive, settings = {}, language, seconds = 240, say = console.log }) {
  const data = mkdtempSync(join(tmpdir(), 'vscode-e2e-'));
  const { folder, open } = layWorkspace({ folders, loose }, join(data, 'workspace'));
  prepareData(data, settings);
  let passed = false;
  let browser, server, page;
  try {
    const loaded = loadedExtensions({ kind, extension, vsix, suite, data });
    [server, browser] = await Promise.all([startServer(data), launchBrowser()]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
    if (language !== undefined) {
      await context.addInitScript((name) => { globalThis._VSCODE_NLS_LANGUAGE = name; }, language);
    }
    page = await context.newPage();
    const { over } = await watch(page, loaded.mark, seconds, say);
    if (kind === 'web') {
      await nameWebExtensions(page, server.origin, loaded.extensions, loaded.suite);
    }
    await page.goto(workbenchUrl(server.origin, open, kind === 'node' ? { extension: loaded.extensions[0], suite: loaded.suite } : {}));
    await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    passed = await Promise.race([over, ...(drive ? [drive({ page, folder }).then(() => true)] : [])]);
  } finally {
    if (!passed) {
      await page?.screenshot({ path: join(data, 'failure.png') }).catch(() => undefined);
      say(`Left to look at: ${data}`);
    }
    await browser?.close().catch(() => undefined);
    server?.stop();
    if (passed) {
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return passed;
}

/** Node.js kind: a package is installed and the suite may lie anywhere. Web kind: both must be in extensions that the page loads. */
function loadedExtensions({ kind, extension, vsix, suite, data }) {
  const mark = `[e2e ${randomUUID()}]`;
  const host = join(data, 'host');
  const run = suite && makeHost(host, suite, kind, mark);
  if (kind === 'node') {
    if (vsix) {
      installVsix(data, vsix);
    }
    return { extensions: vsix ? (suite ? [host] : []) : [extension], suite: run, mark };
  }
  const installed = vsix ? installedIn(installVsix(join(data, 'unpacked'), vsix)) : [extension];
  return { extensions: [...installed, ...(suite ? [host] : [])], suite: run, mark };
}

/** Prints what the suite says in the page; `over` resolves to whether it passed, and rejects when it never ends. */
async function watch(page, mark, seconds, say) {
  let state = 'not started';
  let settle;
  const over = new Promise((resolve, reject) => { settle = { resolve, reject }; });
  over.catch(() => undefined);
  const timer = setTimeout(() => settle.reject(new Error(`no result after ${seconds} s; the suite has ${state}`)), seconds * 1000);
  timer.unref();
  await page.exposeFunction('codeAutomationLog', (_level, args) => {
    const line = format(...args);
    if (line.startsWith(mark)) {
      state = line.slice(mark.length + 1).trim();
    } else if (!noise.test(line)) {
      say(line);
    }
  });
  await page.exposeFunction('codeAutomationExit', (code) => {
    clearTimeout(timer);
    if (code === 0 && state !== 'passed') {
      settle.reject(new Error(`the extension host ended by itself; the suite has ${state}`));
    } else {
      settle.resolve(code === 0);
    }
  });
  page.on('pageerror', (error) => say(`[page] ${String(error).slice(0, 500)}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.hostname !== '127.0.0.1' && !url.hostname.endsWith(webviewResources)) {
      settle.reject(new Error(`a request to another machine: ${url.href.slice(0, 200)}`));
    }
  });
  return { over };
}
