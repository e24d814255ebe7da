// SPDX-License-Identifier: MIT
// Language servers to compare with. None is a dependency: one is fetched into a folder of its own, the other must be named.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LanguageServer } from './languageServer.ts';

/** A server to compare with, or why there is none. */
export interface Peer {
  readonly name: string;
  readonly server: LanguageServer | string;
}

const htmlPackage = 'vscode-langservers-extracted@4.10.0';

/** VS Code's own server for HTML, the nearest to XML that the npm registry has, and the Java server for XML where `LEMMINX_JAR` names it. */
export function peers(): readonly Peer[] {
  return [{ name: 'vscode-html-language-server', server: htmlServer() }, { name: 'LemMinX', server: javaServer() }];
}

function htmlServer(): LanguageServer | string {
  const folder = process.env['BENCH_PEERS_HOME'] ?? join(homedir(), '.cache', 'xep-gdpr-bench', htmlPackage);
  const program = join(folder, 'node_modules', 'vscode-langservers-extracted', 'bin', 'vscode-html-language-server');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const { status, error, stderr } = spawnSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', htmlPackage], { encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) {
      return `cannot be fetched: ${error?.message ?? stderr.trim().split('\n')[0] ?? ''}`;
    }
  }
  // It pushes no diagnostics and finds no errors in XML; its symbols need the text read again, as ours do.
  return { command: process.execPath, args: [program, '--stdio'], languageId: 'html', answer: 'symbols', initializationOptions: { provideFormatter: false } };
}

function javaServer(): LanguageServer | string {
  const jar = process.env['LEMMINX_JAR'];
  return jar === undefined ? 'LEMMINX_JAR names no file' : { command: 'java', args: ['-jar', jar], languageId: 'xml', answer: 'any diagnostics' };
}
