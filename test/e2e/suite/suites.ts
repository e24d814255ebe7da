// SPDX-License-Identifier: MIT
// All suites; they use mocha's globals and `vscode` only, so that both extension hosts can run them.
import './document.e2e.ts';
import './workspace.e2e.ts';
