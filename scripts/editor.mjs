// SPDX-License-Identifier: MIT
// npm run editor [-- FOLDER]: opens a folder (the samples) in VS Code with the extension of this checkout.
// The VS Code that is installed here, where its command is on the path; else one from the npm registry, which shows itself in your browser.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2] === undefined ? join(root, 'data', 'samples') : resolve(process.env['INIT_CWD'] ?? process.cwd(), process.argv[2]);

installMissing();
const { build } = await import('./build.mjs');
await build();
const installed = ['code', 'codium', 'code-insiders'].find(isOnPath);
if (installed === undefined) {
  await openInBrowser();
} else {
  const { status } = run(installed, [`--extensionDevelopmentPath=${root}`, folder], 'inherit');
  process.exitCode = status ?? 2;
}

function isOnPath(command) {
  return run(command, ['--version'], 'ignore').status === 0;
}

/** On Windows the command is a script, which only a shell runs. */
function run(command, args, stdio) {
  const windows = process.platform === 'win32';
  return spawnSync(command, windows ? args.map((arg) => `"${arg}"`) : args, { stdio, shell: windows });
}

async function openInBrowser() {
  const { Unavailable, setup } = await import('../test/e2e/setup.mjs');
  const { installVsix, prepareData, startServer } = await import('../test/e2e/server.mjs');
  console.log('No command "code" here: fetching VS Code from the npm registry, once ...');
  try {
    await setup(600, { browser: false });
  } catch (error) {
    if (!(error instanceof Unavailable)) {
      throw error;
    }
    console.error(`${error.message}. Where VS Code is installed, its command "Shell Command: Install 'code' command in PATH" helps.`);
    process.exitCode = 2;
    return;
  }
  const data = mkdtempSync(join(tmpdir(), 'xep-gdpr-editor-'));
  prepareData(data, { 'window.menuBarVisibility': 'compact' });
  const vsix = join(data, 'xep-gdpr.vsix');
  // Whoever wants to see the editor need not see what the package holds.
  spawnSync(process.execPath, [join(root, 'scripts', 'makePackage.mjs'), vsix], { stdio: ['ignore', 'ignore', 'inherit'] });
  installVsix(data, vsix);
  const token = randomBytes(16).toString('hex');
  const server = await startServer(data, ['--connection-token', token]);
  const address = new URL(`http://${server.origin}/`);
  address.searchParams.set('folder', folder);
  address.searchParams.set('tkn', token);
  console.log(`\nOpen in your browser, on this machine:\n\n  ${address.href}\n\nCtrl+C ends it.`);
  if (process.platform === 'linux' && process.env['DISPLAY'] !== undefined) {
    spawn('xdg-open', [address.href], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      server.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
      process.exit(0);
    });
  }
  // The server is a process of its own, and this one stays to end it.
  globalThis.setInterval(() => undefined, 2 ** 30);
}
