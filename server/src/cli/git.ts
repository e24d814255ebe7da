// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isInside } from './boundaries.ts';

/** A file in a commit. */
export interface CommittedFile {
  /** From the repository's top folder, with `/`. */
  readonly path: string;
  readonly object: string;
  readonly size: number;
}

/** A commit of the repository around a folder. */
export interface Commit {
  /** The repository's top folder. */
  readonly top: string;
  readonly files: readonly CommittedFile[];
  /** The bytes of files, in their order. */
  read(files: readonly CommittedFile[]): readonly Buffer[];
}

/** A repository's own settings may name programs, as of file monitors, hooks and transports: none is run, so that nothing is fetched either. A folder that a commit made look like a repository is none (git 2.38 and later). */
const nothingElse = ['-c', 'protocol.allow=never', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.pager=cat', '-c', 'safe.bareRepository=explicit'];

/**
 * Git runs without a shell, asks nobody for anything, fetches nothing, and writes nothing. It starts beside Node.js: where programs are looked
 * for in the current folder first, as Windows does, it would else be one that the checkout brings along.
 */
function git(folder: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['-C', resolve(folder), '--no-pager', ...nothingElse, ...args], {
    cwd: dirname(process.execPath), maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'pipe'], input: input ?? '', windowsHide: true,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
  });
}

/** Opens a commit. Throws an error that says what is missing: git itself, a repository, or the revision. */
export function openCommit(folder: string, revision: string): Commit {
  const top = attempt(() => git(folder, ['rev-parse', '--show-toplevel']).toString().trim(), `${folder}: is in no git repository`);
  // A repository's settings may put its work tree anywhere: then there is no place for its files here.
  if (!isInside(realpathSync(folder), realpathSync(top))) {
    throw new Error(`${folder}: its git repository has its files elsewhere, in ${top}`);
  }
  // A revision that begins with a dash would be an option, and one that begins with a caret names all others.
  const commit = revision.startsWith('-') || revision === '' ? '' : attempted(() => git(top, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).toString().trim());
  if (!/^[0-9a-f]+$/.test(commit)) {
    throw new Error(`git:${revision}: is no revision of ${top}`);
  }
  const files = git(top, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]).toString().split('\0').flatMap((line): CommittedFile[] => {
    const match = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]+)$/.exec(line);
    return match && isPathWithin(match[3] ?? '') ? [{ object: match[1] ?? '', size: Number(match[2]), path: match[3] ?? '' }] : [];
  });
  return { top, files, read: (some) => contents(git(top, ['cat-file', '--batch'], some.map(({ object }) => `${object}\n`).join('')), some) };
}

/** Whether a path of a commit, which anybody may have made up, stays in its repository. */
function isPathWithin(path: string): boolean {
  return path.split(/[\\/]/).every((part) => part !== '..' && part !== '.' && part !== '' && part.toLowerCase() !== '.git');
}

/** Takes apart what `cat-file --batch` prints: a line with the size, the bytes, a line end. */
function contents(output: Buffer, files: readonly CommittedFile[]): Buffer[] {
  let at = 0;
  return files.map(({ size }) => {
    const start = output.indexOf(0x0a, at) + 1;
    at = start + size + 1;
    return output.subarray(start, start + size);
  });
}

function attempt<Value>(run: () => Value, message: string): Value {
  try {
    return run();
  } catch (error) {
    throw new Error((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git was not found; git:REV needs it' : message);
  }
}

function attempted(run: () => string): string {
  try {
    return run();
  } catch {
    return '';
  }
}
