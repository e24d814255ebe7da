// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
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

/**
 * Writes a file whole or not at all: beside it first, then renamed. A link stays and its target is written; a device or pipe is
 * written straight. Throws an error that names the file.
 */
export function replaceFile(path: string, text: string): void {
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    const stat = statSync(target, { throwIfNoEntry: false });
    if (stat && !stat.isFile() && !stat.isDirectory()) {
      writeFileSync(target, text);
    } else {
      writeBeside(target, text, stat);
    }
  } catch (error) {
    throw new Error(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}); nothing was changed`);
  }
}

function writeBeside(target: string, text: string, stat: Stats | undefined): void {
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(beside, text, stat ? { mode: stat.mode & 0o777 } : {});
    renameSync(beside, target);
  } catch (error) {
    if (existsSync(beside)) {
      rmSync(beside);
    }
    throw error;
  }
}

/** Names on stderr what could not be read. Returns whether there was any. */
export function complain(unreadable: readonly Unreadable[]): boolean {
  for (const { path, reason } of unreadable) {
    process.stderr.write(`xep-gdpr: ${path}: ${reason}\n`);
  }
  return unreadable.length > 0;
}

/** Says something on stderr, one line each, unless the user wants it quiet. */
export function note(line: CommandLine, words: readonly string[]): void {
  if (!line.quiet) {
    words.forEach((one) => process.stderr.write(`${one}\n`));
  }
}
