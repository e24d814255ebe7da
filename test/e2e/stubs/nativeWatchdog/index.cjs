// SPDX-License-Identifier: MIT
// Stands for the native module of the same name: VS Code's own check of its parent process is enough.
'use strict';
exports.start = () => {};
exports.exit = (code) => process.exit(code);
