// SPDX-License-Identifier: MIT
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DiskFiles } from './fileAccess.ts';

const passedOver: ReadonlySet<string> = new Set(['node_modules', 'build', 'dist', 'out']);
const wanted = /\.xml$|^xep\.ent$|^\.xep-gdpr\.json$/i;

/** Largest file that is read; beyond it a source is no XEP but an accident. */
const sizeLimit = 64 * 1024 * 1024;

/** Files on disk. Links are not followed where files are looked for, and never out of the folders. */
export const nodeFiles: DiskFiles = {
  async find(folders) {
    const found = await Promise.all(folders.filter(isFile).map((folder) => filesBelow(fileURLToPath(folder))));
    return found.flat().map((path) => pathToFileURL(path).href);
  },
  async read(uri, folder) {
    try {
      const path = fileURLToPath(uri);
      if (folder !== undefined && isFile(folder) && !isInside(await realpath(path), await realpath(fileURLToPath(folder)))) {
        return null;
      }
      const found = await stat(path);
      // One who waits for a pipe that somebody put there waits forever.
      if (!found.isFile() || found.size > sizeLimit) {
        return null;
      }
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
      return text.includes('\0') ? null : text;
    } catch {
      return null;
    }
  },
  async within(uris, folders) {
    const tops = await Promise.all(folders.filter(isFile).map((folder) => realPath(folder)));
    const isWithin = async (uri: string): Promise<boolean> => {
      const path = isFile(uri) ? await realPath(uri) : '';
      return path === '' || tops.some((top) => top !== undefined && path !== undefined && isInside(path, top));
    };
    const kept = await Promise.all(uris.map(isWithin));
    return uris.filter((_, index) => kept[index]);
  },
};

async function realPath(uri: string): Promise<string | undefined> {
  try {
    return await realpath(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && !passedOver.has(entry.name)) {
        folders.push(join(current, entry.name));
      } else if (entry.isFile() && wanted.test(entry.name)) {
        files.push(join(current, entry.name));
      }
    }
  }
  return files;
}
