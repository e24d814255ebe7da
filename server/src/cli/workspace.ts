// SPDX-License-Identifier: MIT
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { documentKey, entryKey, readWorkspaceFile, workspaceFileName, type Dataset, type DatasetSource, type Ignore, type KnownFinding, type WorkspaceFile } from '../dataset/index.ts';
import { applyIgnores, applyOverrides, documentNames, type Review } from '../review/index.ts';
import { isFileWithin, leadsOutside, outsideReason } from './boundaries.ts';
import { bundledDataset } from './bundledDataset.ts';
import { decodeText, sizeLimit, type Source, type Unreadable } from './sources.ts';

/** What it takes to find and apply the workspaces' own data; plain, so that threads can be told. */
export interface WorkspaceOptions {
  /** `--ignore-file`: the one file for all sources, instead of those above them. */
  readonly file: string | undefined;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  /** Names of all documents that are reviewed, as `documentKey` writes them. */
  readonly documents: readonly string[];
  /** What `--baseline` knows. */
  readonly known?: readonly KnownFinding[];
}

/** A `.xep-gdpr.json` that was found, with the dataset that holds below it. */
export interface Workspace {
  readonly file: string;
  readonly content: WorkspaceFile;
  readonly dataset: Dataset;
}

/** What became of a workspace's ignores in one document: indexes into the file's ignores, in order. */
export interface IgnoreUse {
  readonly file: string;
  readonly names: readonly string[];
  readonly unused: readonly number[];
}

/** Finds the workspace of a source by walking up from its folder, and keeps what it found. */
export function workspaceFinder(dataset: Dataset, own: DatasetSource | undefined, file: string | undefined): (source: Source) => Workspace | undefined {
  const byFolder = new Map<string, Workspace | undefined>();
  const byFile = new Map<string, Workspace | undefined>();
  const load = (path: string): Workspace | undefined => {
    if (!byFile.has(path)) {
      const content = readWorkspace(path);
      byFile.set(path, content && { file: path, content, dataset: content.entries.length === 0 ? dataset : bundledDataset(withEntries(own, content)) });
    }
    return byFile.get(path);
  };
  return (source) => {
    if (file !== undefined) {
      return load(file);
    }
    const visited: string[] = [];
    let found: Workspace | undefined;
    for (let folder = dirname(resolve(source.file)); ; folder = dirname(folder)) {
      if (byFolder.has(folder)) {
        found = byFolder.get(folder);
        break;
      }
      visited.push(folder);
      const candidate = join(folder, workspaceFileName);
      if (existsSync(candidate)) {
        found = load(candidate);
        break;
      }
      if (existsSync(join(folder, '.git')) || dirname(folder) === folder) {
        break;
      }
    }
    visited.forEach((folder) => byFolder.set(folder, found));
    return found;
  };
}

/** Entries given with `--dataset` come before those of the workspace. */
function withEntries(own: DatasetSource | undefined, content: WorkspaceFile): DatasetSource {
  const given = new Set(own?.entries.map(entryKey));
  return { version: 'own', categories: [], notes: {}, ...own, entries: [...own?.entries ?? [], ...content.entries.filter((entry) => !given.has(entryKey(entry)))] };
}

/** Puts a workspace's overrides and ignores into a review. */
export function applyWorkspace(review: Review, { file, content }: Workspace, { today, documents }: { readonly today: string; readonly documents: ReadonlySet<string> }): { readonly review: Review; readonly use: IgnoreUse } {
  const applied = applyIgnores(applyOverrides(review, content.overrides), content.ignores, today, documents);
  const unused = new Set(applied.unused);
  return { review: applied.review, use: { file, names: [...documentNames(review)], unused: content.ignores.flatMap((ignore, index) => (unused.has(ignore) ? [index] : [])) } };
}

/** What is wrong in the workspaces' files, and notes on ignores that do nothing any more. Reviews without problems cannot tell which ignores those are. */
export function reportWorkspaces(uses: readonly IgnoreUse[], operands: readonly string[], today: string, withProblems: boolean): { readonly errors: readonly Unreadable[]; readonly notes: readonly string[] } {
  const errors: Unreadable[] = [];
  const notes: string[] = [];
  for (const file of new Set(uses.map((use) => use.file))) {
    const ofFile = uses.filter((use) => use.file === file);
    const content = readWorkspace(file);
    const shown = shownPath(file);
    content?.errors.forEach(({ line, column, message }) => errors.push({ path: `${shown}:${line}:${column}`, reason: message }));
    const names = new Set(ofFile.flatMap((use) => use.names));
    const unusedIn = new Map<number, number>();
    ofFile.forEach(({ unused }) => unused.forEach((index) => unusedIn.set(index, (unusedIn.get(index) ?? 0) + 1)));
    const whole = operands.some((operand) => isFolderAround(operand, file));
    content?.ignores.forEach((ignore, index) => {
      const judged = whole || names.has(documentKey(ignore.document));
      if (ignore.until !== undefined && ignore.until < today) {
        notes.push(`${shown}: ${words(ignore)}: expired on ${ignore.until}`);
      } else if (withProblems && judged && unusedIn.get(index) === ofFile.length) {
        notes.push(`${shown}: ${words(ignore)}: ignores nothing any more`);
      }
    });
  }
  return { errors, notes };
}

/** The day it is where the program runs. */
export function todayHere(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function readWorkspace(path: string): WorkspaceFile | undefined {
  const broken = (message: string): WorkspaceFile => ({ ignores: [], ignoreSpans: [], entries: [], overrides: [], errors: [{ line: 1, column: 1, endLine: 1, endColumn: 1, message }] });
  try {
    const stat = statSync(path);
    const isFound = basename(path) === workspaceFileName;
    if (isFound && stat.isFile() ? !isFileWithin(path) : leadsOutside(path)) {
      return broken(`The file ${outsideReason}; it is not read.`);
    }
    // One who waits for a pipe that somebody put there waits forever.
    if (isFound && !stat.isFile() && !stat.isDirectory()) {
      return broken('The file is a pipe or device; it is not read.');
    }
    if (stat.size > sizeLimit) {
      return broken('The file is too large to be true.');
    }
    const text = decodeText(readFileSync(path));
    return text === undefined ? broken('The file is not text in UTF-8.') : readWorkspaceFile(text);
  } catch (error) {
    return broken(`The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`);
  }
}

function words({ document, carrier, code }: Ignore): string {
  return `${document}, ${carrier ?? code ?? ''}`;
}

/** Relative to the current folder where that is shorter. */
function shownPath(file: string): string {
  const near = relative('.', file).split(sep).join('/');
  return near.startsWith('../..') ? file : near;
}

/** Whether everything that a workspace's file speaks of was under review: its folder, or one above. */
export function isFolderAround(operand: string, file: string): boolean {
  const path = relative(resolve(operand), dirname(resolve(file)));
  return existsSync(operand) && statSync(operand).isDirectory() && !path.startsWith('..') && !/^(?:[A-Za-z]:|[\\/])/.test(path);
}
