// SPDX-License-Identifier: MIT
import { isAscii, isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { readEntityFile } from '../xep/index.ts';
import type { EntityTable } from '../xml/index.ts';

/** A XEP source to be reviewed: where it is, and the name under which it is reported. */
export interface Source {
  readonly file: string;
  /** As given on the command line, or relative to the folder given; always with `/`. */
  readonly path: string;
  /** Whether the user named the file itself: then a file that is no XEP is an error, in a folder it is passed over. */
  readonly named: boolean;
}

/** Something that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** Files of xsf/xeps that look like XEPs and are none. */
const notXeps: ReadonlySet<string> = new Set(['xep-template.xml', 'xep-README.xml']);
const passedOver: ReadonlySet<string> = new Set(['node_modules', 'build', 'dist', 'out']);

/** Largest file that is read; beyond it a source is no XEP but an accident. */
export const sizeLimit = 64 * 1024 * 1024;

/** The XEP sources under the paths given, sorted by path. Links are not followed in folders, so that none leads outside. */
export function findSources(paths: readonly string[]): { readonly sources: Source[]; readonly unreadable: Unreadable[] } {
  const sources = new Map<string, Source>();
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    let stat;
    try {
      stat = statSync(path);
    } catch {
      unreadable.push({ path, reason: 'no such file or folder' });
      continue;
    }
    if (stat.isDirectory()) {
      const { files: found, unreadable: locked } = filesBelow(path);
      unreadable.push(...locked.map(({ path: folder, reason }) => ({ path: relative(path, folder).split(sep).join('/') || path, reason })));
      if (found.length === 0 && locked.length === 0) {
        unreadable.push({ path, reason: 'the folder holds no XEP sources (*.xml)' });
      }
      for (const file of found) {
        add(sources, { file, path: relative(path, file).split(sep).join('/'), named: false });
      }
    } else {
      add(sources, { file: path, path: path.split(sep).join('/'), named: true });
    }
  }
  return { sources: [...sources.values()].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)), unreadable };
}

function add(sources: Map<string, Source>, source: Source): void {
  const key = resolve(source.file);
  if (!sources.has(key)) {
    sources.set(key, source);
  }
}

function filesBelow(folder: string): { readonly files: readonly string[]; readonly unreadable: readonly Unreadable[] } {
  const files: string[] = [];
  const unreadable: Unreadable[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    for (const entry of entriesOf(current, unreadable)) {
      const path = join(current, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && !passedOver.has(entry.name)) {
        folders.push(path);
      } else if (entry.isFile() && /\.xml$/i.test(entry.name) && !notXeps.has(entry.name)) {
        files.push(path);
      }
    }
  }
  return { files, unreadable };
}

/** Whether a path inside a folder is one that `findSources` would find there. */
export function isSourcePath(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return /\.xml$/i.test(name) && !notXeps.has(name) && folders.every((folder) => !folder.startsWith('.') && !passedOver.has(folder));
}

function entriesOf(folder: string, unreadable: Unreadable[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    unreadable.push({ path: folder, reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})` });
    return [];
  }
}

/** A source's text, `{ skip: true }` for a file in a folder that does not claim to be a XEP, or why it cannot be reviewed. */
export function readSource(source: Source): { readonly text: string } | { readonly skip: true } | Unreadable {
  const fail = (reason: string): Unreadable => ({ path: source.path, reason });
  if (notXeps.has(basename(source.file))) {
    return fail('is a template, not a XEP');
  }
  let bytes: Buffer;
  try {
    if (statSync(source.file).size > sizeLimit) {
      return fail(`is larger than ${sizeLimit / 1024 / 1024} MB`);
    }
    bytes = readFileSync(source.file);
  } catch (error) {
    return fail(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  return textOfBytes(bytes, source);
}

/** What `readSource` makes of a file's bytes, wherever they come from. */
export function textOfBytes(bytes: Buffer, source: Source): { readonly text: string } | { readonly skip: true } | Unreadable {
  const fail = (reason: string): Unreadable => ({ path: source.path, reason });
  const claims = source.named || /^xep-\d+\.xml$/i.test(basename(source.file));
  const text = decodeText(bytes);
  if (text === undefined) {
    return claims ? fail('is not text in the encoding it declares; save it as UTF-8') : { skip: true };
  }
  if (/<xep[\s>]/.test(text)) {
    return { text };
  }
  return claims ? fail(text.trimStart().startsWith('<') || text.charCodeAt(0) === 0xfeff ? 'is XML but no XEP: it has no <xep> element' : 'is not XML') : { skip: true };
}

/** Decodes by byte order mark or XML declaration, else UTF-8; keeps a byte order mark as U+FEFF. Undefined where the bytes do not fit. */
export function decodeText(bytes: Buffer): string | undefined {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be'
    : /^(?:\uFEFF)?<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(bytes.subarray(0, 200).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))?.[1]?.toLowerCase() ?? 'utf-8';
  if (label === 'utf-8') {
    // Nearly all sources: half the time of a decoder that is made for each.
    return bytes.includes(0) || !isUtf8(bytes) ? undefined : bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  }
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Finds the `xep.ent` that belongs to a file by walking up from its folder, and keeps what it found. */
export function entityFinder(): (file: string) => EntityTable | undefined {
  const tables = new Map<string, EntityTable | undefined>();
  return (file) => {
    const visited: string[] = [];
    let table: EntityTable | undefined;
    for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
      if (tables.has(folder)) {
        table = tables.get(folder);
        break;
      }
      visited.push(folder);
      const candidate = join(folder, 'xep.ent');
      if (statSync(candidate, { throwIfNoEntry: false })?.isFile() === true) {
        table = readEntityFile(readFileSync(candidate, 'utf8'));
        break;
      }
      // A checkout's root is as far as a document's own entities can be.
      if (existsSync(join(folder, '.git')) || dirname(folder) === folder) {
        break;
      }
    }
    visited.forEach((folder) => tables.set(folder, table));
    return table;
  };
}
