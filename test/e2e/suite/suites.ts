// SPDX-License-Identifier: MIT
// All suites; they use mocha's globals and `vscode` only, so that both extension hosts can run them.
import './document.e2e.ts';
import './workspace.e2e.ts';
import './tree.e2e.ts';
import './panel.e2e.ts';
import './table.e2e.ts';
import './files.e2e.ts';
import './ownFile.e2e.ts';
import './typing.e2e.ts';
import './considering.e2e.ts';
import './deployment.e2e.ts';
import './virtual.e2e.ts';
import './server.e2e.ts';
