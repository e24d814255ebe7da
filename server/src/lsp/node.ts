// SPDX-License-Identifier: MIT
// Entry of the server where Node.js runs it: over stdio, or over the channel that an editor opened.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { spareMemory, tuneEngine } from '../host/index.ts';
import { datasetLoader } from './datasetLoader.ts';
import { nodeFiles } from './nodeFiles.ts';
import { startServer } from './server.ts';

const help = `xep-gdpr-language-server: reviews XMPP Extension Protocols (XEPs) for GDPR relevance, in any editor that speaks LSP.

Usage: xep-gdpr-language-server --stdio | --node-ipc | --pipe=NAME | --socket=PORT
`;

const transport = process.argv.slice(2).some((argument) => /^--(?:stdio|node-ipc|pipe|socket)\b/.test(argument));
if (transport) {
  tuneEngine();
  const beside = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
  startServer(createConnection(ProposedFeatures.all), datasetLoader(() => beside('dataset.json')), { files: nodeFiles, spareMemory, operator: () => Promise.resolve(beside('operator.json')), panelFile: (file) => Promise.resolve(beside(file)), pages: findingPages() });
} else {
  const asked = process.argv.includes('--help');
  (asked ? process.stdout : process.stderr).write(help);
  process.exitCode = asked ? 0 : 2;
}

/** The pages that come with the program. No published address of them is known, so links lead to the reader's own copy. */
function findingPages(): string | undefined {
  const folder = join(__dirname, '..', 'docs', 'findings');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}
