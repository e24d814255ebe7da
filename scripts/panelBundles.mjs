// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';

/** What all bundles have in common. */
export const shared = { bundle: true, minify: true, logLevel: 'warning', legalComments: 'none', absWorkingDir: fileURLToPath(new URL('..', import.meta.url)) };

/** Script and style of the relevance panel, in this order: files for the editor, and texts inside reports. */
export const panelBundles = [
  { ...shared, entryPoints: ['client/panel/main.ts'], outfile: 'dist/panel.js', platform: 'browser', format: 'iife', target: 'es2022', tsconfigRaw: {} },
  { ...shared, entryPoints: ['client/panel/panel.css'], outfile: 'dist/panel.css', target: 'es2022' },
];
