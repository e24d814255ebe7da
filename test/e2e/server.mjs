// SPDX-License-Identifier: MIT
// Starts the VS Code server: no gallery, no chat, no telemetry, no request to anywhere but this machine.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { node, vscode } from './places.mjs';

const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.experimentalOnboarding': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  // The workbench in a browser saves after a delay by default; the desktop does not.
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  // Or a picture catches a hover half faded in.
  'workbench.reduceMotion': 'on',
  'editor.minimap.enabled': false,
};

/** Writes the user settings into a fresh data folder. */
export function prepareData(data, settings) {
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  writeFileSync(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 1));
}

/** Installs a packaged extension with VS Code's own installer; answers the folder that holds the installed ones. */
export function installVsix(data, vsix) {
  const { status, stdout, stderr } = spawnSync(node, [...serverArguments(data), '--install-extension', vsix, '--force'], { env: serverEnvironment(data), encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${vsix} cannot be installed:\n${stdout}${stderr}`);
  }
  return join(data, 'extensions');
}

/** What tests need and nobody else should have: a page that is driven, and no secret in its address. */
const driven = ['--without-connection-token', '--enable-smoke-test-driver'];

/** Starts the server on a free port; `stop` ends it with all its children. */
export async function startServer(data, access = driven) {
  const port = await freePort();
  const logFile = join(data, 'server.log');
  const log = openSync(logFile, 'w');
  const options = ['--host', '127.0.0.1', '--port', String(port), ...access, '--agent-host-bridge-connection-token', 'off'];
  const child = spawn(node, [...serverArguments(data), ...options], { env: serverEnvironment(data), stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.on('exit', stop);
  for (let tries = 0; !await answers(port); tries++) {
    if (child.exitCode !== null || tries > 300) {
      stop();
      throw new Error(`The VS Code server does not start:\n${readFileSync(logFile, 'utf8').slice(-3000)}`);
    }
    await pause(100);
  }
  return { origin: `127.0.0.1:${port}`, stop };
}

function serverArguments(data) {
  return [join(vscode, 'out', 'server-main.js'), '--accept-server-license-terms', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];
}

/** The folder for sockets is the data folder, or they pile up in the temporary one. */
function serverEnvironment(data) {
  return { ...process.env, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: data };
}

async function answers(port) {
  try {
    return (await globalThis.fetch(`http://127.0.0.1:${port}/version`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
