// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { CommandLine } from './commandLine.ts';
import type { Unreadable } from './sources.ts';

/** Writes to `--output`, or to the terminal. */
export function print(line: CommandLine, text: string): void {
  if (line.output === undefined) {
    process.stdout.write(text);
  } else {
    replaceFile(line.output, text);
  }
}

/** Writes a file whole or not at all: beside it first, then renamed. Throws an error that names the file. */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const mode = existingMode(path);
    writeFileSync(beside, text, mode === undefined ? {} : { mode });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Error(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}); nothing was changed`);
  }
}

function existingMode(path: string): number | undefined {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return undefined;
  }
}

/** Names on stderr what could not be read. Returns whether there was any. */
export function complain(unreadable: readonly Unreadable[]): boolean {
  for (const { path, reason } of unreadable) {
    process.stderr.write(`xep-gdpr: ${path}: ${reason}\n`);
  }
  return unreadable.length > 0;
}
