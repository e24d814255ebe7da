// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { layWorkspace } from './layWorkspace.mjs';
import { Unavailable } from './setup.mjs';

/** Runs a suite in the desktop VS Code that Microsoft publishes; needs its download site and a display. Answers whether it passed. */
export async function runOnDesktop({ extension, folders, loose, suite }) {
  let vscodeExecutablePath;
  try {
    vscodeExecutablePath = await downloadAndUnzipVSCode();
  } catch (error) {
    throw new Unavailable(`the desktop build cannot be downloaded: ${error.message}`);
  }
  const workspace = mkdtempSync(join(tmpdir(), 'xep-gdpr-'));
  const { open } = layWorkspace({ folders, loose }, workspace);
  try {
    return await runTests({ vscodeExecutablePath, extensionDevelopmentPath: extension, extensionTestsPath: suite, launchArgs: [open, '--disable-extensions', '--disable-workspace-trust'] }) === 0;
  } catch {
    return false;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
