// SPDX-License-Identifier: MIT
// What all editors are given, and what they have to show.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Place {
  readonly start: { readonly line: number; readonly column: number };
}

interface Scanned {
  readonly documents: readonly [{
    readonly carriers: readonly { readonly category: string; readonly baseline: boolean; readonly occurrences: readonly Place[] }[];
    readonly problems: readonly (Place & { readonly code: string })[];
  }];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'data', 'samples', 'doorbell.xml');

/** Whether a program is there at all; elsewhere its tests are counted as skipped. */
export function isPresent(...command: readonly [string, ...string[]]): boolean {
  return spawnSync(command[0], command.slice(1)).status === 0;
}

/** `line:column code` of every finding that an editor has to show. */
export function scanned(): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'scan', '--format', 'json', sample], { encoding: 'utf8' });
  const { documents: [{ carriers, problems }] } = JSON.parse(stdout) as Scanned;
  // The addressing of stanzas is shown on request only.
  const first = carriers.filter(({ baseline }) => !baseline).flatMap(({ category, occurrences }) => occurrences.slice(0, 1).map((at) => ({ ...at, code: `carrier/${category}` })));
  return [...first, ...problems].map(({ start, code }) => `${start.line}:${start.column} ${code}`).sort();
}

/** Line and column, 1-based, of a carrier in the sample. */
export function carrierPlace(): { readonly line: number; readonly column: number } {
  const lines = readFileSync(sample, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes('<lat>'));
  return { line: line + 1, column: (lines[line] ?? '').indexOf('lat') + 1 };
}

/** The configuration of an editor as docs/editors.md has it: the only block in this language. */
export function documented(language: string): string {
  const page = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter(([, name]) => name === language);
  if (blocks.length !== 1) {
    throw new Error(`docs/editors.md has ${blocks.length} blocks in ${language}`);
  }
  return blocks[0]?.[2] ?? '';
}

export interface Desk {
  /** A folder of its own, with the sample in it. */
  readonly folder: string;
  readonly file: string;
  /** File with the documented configuration. */
  readonly configuration: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A folder with the sample, the documented configuration and the server's name on the path, while `use` runs. */
export function atDesk<Result>(language: string, use: (desk: Desk) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'));
  try {
    const file = join(folder, 'doorbell.xml');
    copyFileSync(sample, file);
    const configuration = join(folder, `configuration.${language}`);
    writeFileSync(configuration, documented(language));
    writeFileSync(join(folder, 'xep-gdpr-language-server'), `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'server.node.cjs')}' "$@"\n`, { mode: 0o755 });
    return use({ folder, file, configuration, env: { ...process.env, HOME: folder, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
