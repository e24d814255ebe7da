// SPDX-License-Identifier: MIT
import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Copies the folders of a workspace, so that tests may edit them, and loose files into the last. Answers what is to be opened: the one folder, or a workspace file that names all. */
export function layWorkspace({ folders, loose = [] }, into) {
  const copies = folders.map((folder) => join(into, basename(folder)));
  folders.forEach((folder, index) => { cpSync(folder, copies[index], { recursive: true }); });
  loose.forEach((file) => { cpSync(file, join(copies.at(-1), basename(file))); });
  if (copies.length === 1) {
    return { folder: copies[0], open: copies[0] };
  }
  const open = join(into, 'all.code-workspace');
  writeFileSync(open, JSON.stringify({ folders: copies.map((path) => ({ path: basename(path) })) }));
  return { folder: copies[0], open };
}
