// SPDX-License-Identifier: MIT
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess } from './fileAccess.ts';

const passedOver: ReadonlySet<string> = new Set(['node_modules', 'build', 'dist', 'out']);
const wanted = /\.xml$|^xep\.ent$|^\.xep-gdpr\.json$/i;

/** Largest file that is read; beyond it a source is no XEP but an accident. */
const sizeLimit = 64 * 1024 * 1024;

/** Files on disk. Links are not followed, so that none leads outside the folders. */
export const nodeFiles: FileAccess = {
  async find(folders) {
    const found = await Promise.all(folders.filter(isFile).map((folder) => filesBelow(fileURLToPath(folder))));
    return found.flat().map((path) => pathToFileURL(path).href);
  },
  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      if ((await stat(path)).size > sizeLimit) {
        return null;
      }
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
      return text.includes('\0') ? null : text;
    } catch {
      return null;
    }
  },
};

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
