// SPDX-License-Identifier: MIT
// Entry of the page's script, the same in the editor and in a report.
import { editorHost, type EditorApi } from './editorHost.ts';
import { startPage } from './page.ts';
import { reportHost } from './reportHost.ts';

declare global {
  /** There in a webview of VS Code only. */
  var acquireVsCodeApi: (() => EditorApi) | undefined;
}

startPage(document.body, globalThis.acquireVsCodeApi === undefined ? reportHost() : editorHost(globalThis.acquireVsCodeApi()));
