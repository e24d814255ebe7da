// SPDX-License-Identifier: MIT
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { readEntityFile } from '../xep/index.ts';
import type { EntityTable } from '../xml/index.ts';
import { UsageError } from './commandLine.ts';
import { openCommit, type Commit, type CommittedFile } from './git.ts';
import { entityFinder, findSources, isSourcePath, readSource, sizeLimit, textOfBytes, type Unreadable } from './sources.ts';

/** A XEP source of one side of a comparison. */
export interface Revision {
  /** Relative to the operand's folder; the file's name for a single file. */
  readonly path: string;
  readonly text: string;
  readonly entities: EntityTable | undefined;
  /** Where the document is, or would be, on disk: there its workspace is looked for. */
  readonly file: string;
}

/** One side of a comparison. */
export interface Side {
  readonly revisions: readonly Revision[];
  readonly unreadable: readonly Unreadable[];
}

/** Most that all XEP sources of a commit may hold together, in bytes; those of xsf/xeps hold 25 MB. */
const commitLimit = 512 * 1024 * 1024;

/** Reads `PATH`, `git:REV` (the other side's path in that revision) or `git:REV:PATH` (from the repository's top). */
export function readSide(operand: string, other: string): Side {
  const spec = /^git:([^:]*)(?::(.*))?$/s.exec(operand);
  if (!spec) {
    return readFiles(operand);
  }
  const [, revision = '', path] = spec;
  if (revision === '') {
    throw new UsageError(`"${operand}" names no revision; write git:REV or git:REV:PATH`);
  }
  const near = other.startsWith('git:') ? '.' : other;
  if (!existsSync(near)) {
    throw new Error(`${near}: no such file or folder`);
  }
  const commit = openCommit(statSync(near).isDirectory() ? near : dirname(near), revision);
  const side = readCommit(commit, path ?? (other.startsWith('git:') ? '' : relative(realpathSync(commit.top), realpathSync(resolve(near))).split(sep).join('/')), operand);
  // A path that was asked for must be there; the other side's path may be new.
  if (path !== undefined && side.revisions.length + side.unreadable.length === 0) {
    throw new Error(`${operand}: the revision has no XEP source there`);
  }
  return side;
}

function readFiles(operand: string): Side {
  const { sources, unreadable } = findSources([operand]);
  const entitiesFor = entityFinder();
  const revisions: Revision[] = [];
  for (const source of sources) {
    const read = readSource(source);
    if ('reason' in read) {
      unreadable.push(read);
    } else if ('text' in read) {
      revisions.push({ path: source.named ? basename(source.file) : source.path, text: read.text, entities: entitiesFor(source.file), file: resolve(source.file) });
    }
  }
  return { revisions, unreadable };
}

function readCommit(commit: Commit, wanted: string, operand: string): Side {
  const path = wanted.split('/').filter((part) => part !== '' && part !== '.').join('/');
  const single = commit.files.find((file) => file.path === path);
  const inside = single ? [single] : commit.files.filter((file) => (path === '' || file.path.startsWith(`${path}/`)) && isSourcePath(file.path.slice(path === '' ? 0 : path.length + 1)));
  const unreadable: Unreadable[] = [];
  const files = inside.filter(({ size }) => size <= sizeLimit);
  // One object may stand under any number of names, so that a small commit can ask for more than there is memory.
  if (files.reduce((sum, { size }) => sum + size, 0) > commitLimit) {
    throw new Error(`${operand}: its XEP sources are larger than ${commitLimit / 1024 / 1024} MB together`);
  }
  const bytes = commit.read(files);
  const entities = entitiesIn(commit);
  const revisions = files.flatMap((file, at): Revision[] => {
    const read = textOfBytes(bytes[at] ?? Buffer.alloc(0), { file: file.path, path: `${operand}: ${file.path}`, named: single !== undefined });
    if ('reason' in read) {
      unreadable.push(read);
    }
    return 'text' in read ? [{ path: single ? basename(file.path) : file.path.slice(path === '' ? 0 : path.length + 1), text: read.text, entities: entities(file), file: resolve(commit.top, file.path) }] : [];
  });
  return { revisions, unreadable };
}

/** The `xep.ent` that the revision has beside a file or in a folder above it. */
function entitiesIn(commit: Commit): (file: CommittedFile) => EntityTable | undefined {
  const tables = new Map<string, EntityTable>();
  const found = commit.files.filter(({ path, size }) => /(?:^|\/)xep\.ent$/.test(path) && size <= sizeLimit);
  return ({ path }) => {
    const nearest = found.filter((one) => path.startsWith(one.path.slice(0, -'xep.ent'.length))).sort((one, other) => other.path.length - one.path.length)[0];
    if (nearest && !tables.has(nearest.path)) {
      tables.set(nearest.path, readEntityFile(commit.read([nearest])[0]?.toString() ?? ''));
    }
    return nearest && tables.get(nearest.path);
  };
}
