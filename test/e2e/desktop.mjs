// SPDX-License-Identifier: MIT
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { Unavailable } from './setup.mjs';

/** Runs a suite in the desktop VS Code that Microsoft publishes; needs its download site and a display. Answers whether it passed. */
export async function runOnDesktop({ extension, folder, suite }) {
  let vscodeExecutablePath;
  try {
    vscodeExecutablePath = await downloadAndUnzipVSCode();
  } catch (error) {
    throw new Unavailable(`the desktop build cannot be downloaded: ${error.message}`);
  }
  const workspace = mkdtempSync(join(tmpdir(), 'xep-gdpr-'));
  cpSync(folder, workspace, { recursive: true });
  try {
    return await runTests({ vscodeExecutablePath, extensionDevelopmentPath: extension, extensionTestsPath: suite, launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'] }) === 0;
  } catch {
    return false;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
