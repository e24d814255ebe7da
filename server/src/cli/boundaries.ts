// SPDX-License-Identifier: MIT
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Whether a path that stands in a checkout leads out of it by a link, of its own or of a folder above it: what somebody committed must not choose
 * what is read or written elsewhere. Devices and pipes are let through, and so is every path outside checkouts: its links are the user's own.
 */
export function leadsOutside(path: string): boolean {
  const place = realPlace(path);
  if (checkoutsAround(path).every((root) => isInside(place, realPlace(root)))) {
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
    const roots = checkoutsAround(path);
    return roots.length === 0 ? !lstatSync(path).isSymbolicLink() || isInside(realPlace(path), realPlace(dirname(path))) : roots.every((root) => isInside(realPlace(path), realPlace(root)));
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

/** The checkouts that a path stands in, by its words: the inner ones may be there by a link of an outer one, and then are not what they seem. */
function checkoutsAround(path: string): string[] {
  const roots: string[] = [];
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      roots.push(folder);
    }
    if (dirname(folder) === folder) {
      return roots;
    }
  }
}

/** Where a path really leads, as the system goes it: up from where a link leads, not from where it stands. Of one that does not exist, where it would be. */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
  }
}
