// SPDX-License-Identifier: MIT
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Whether a path that stands in a checkout leads out of it by a link, of its own or of a folder above it: what somebody committed must not choose
 * what is read or written elsewhere. Devices and pipes are let through, and so is every path outside checkouts: its links are the user's own.
 */
export function leadsOutside(path: string): boolean {
  const root = checkoutAround(path);
  if (root === undefined || isInside(realPlace(resolve(path)), realpathSync(root))) {
    return false;
  }
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || stat.isFile() || stat.isDirectory();
}

/** Whether a file that is looked for above a source, such as `xep.ent`, may be read: a file, and no link out of its checkout, or out of its folder where that is in none. */
export function isFileWithin(path: string): boolean {
  try {
    if (!statSync(path).isFile()) {
      return false;
    }
    const root = checkoutAround(path);
    return root === undefined ? !lstatSync(path).isSymbolicLink() || isInside(realpathSync(path), realpathSync(dirname(path))) : isInside(realpathSync(path), realpathSync(root));
  } catch {
    return false;
  }
}

/** Said of a path for which `leadsOutside` holds, and of a file that is looked for and is a link like that. */
export const outsideReason = 'is a link that leads out of its checkout or folder';

/** Whether a path is a folder, or lies in it. Both are real and absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The checkout that a path stands in, by its words. */
function checkoutAround(path: string): string | undefined {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      return folder;
    }
    if (dirname(folder) === folder) {
      return undefined;
    }
  }
}

/** Where a path really leads; of one that does not exist, where it would be. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
  }
}
