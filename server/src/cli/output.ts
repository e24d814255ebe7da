// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { oneLine } from '../report/index.ts';
import { leadsOutside, outsideReason } from './boundaries.ts';
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
 * written straight. A link in a checkout that leads out of it is not followed. Throws an error that names the file.
 */
export function replaceFile(path: string, text: string): void {
  if (leadsOutside(path)) {
    throw new Error(`${path}: ${outsideReason}; nothing was changed`);
  }
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
    writeFileSync(beside, text, { flag: 'wx', ...stat && { mode: stat.mode & 0o777 } });
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
    say(`xep-gdpr: ${path}: ${reason}`);
  }
  return unreadable.length > 0;
}

/** Says something on stderr, one line each, unless the user wants it quiet. */
export function note(line: CommandLine, words: readonly string[]): void {
  if (!line.quiet) {
    words.forEach(say);
  }
}

/** Says something on stderr. Names of files and texts from data files may stand in it, so nothing in it steers the terminal; only its line ends stay. */
export function say(words: string): void {
  process.stderr.write(`${words.split('\n').map(oneLine).join('\n')}\n`);
}
