// SPDX-License-Identifier: MIT
import { readFileSync, statSync } from 'node:fs';
import { leadsOutside, outsideReason } from './boundaries.ts';
import { sizeLimit } from './sources.ts';

/** The bytes of a file that the call names. Throws an error that names it and says why it is not read: a link that leads out of its checkout, its size, or what the system says. */
export function readNamedFile(path: string): Buffer {
  const reason = unreadable(path);
  if (reason !== undefined) {
    throw new Error(`${path}: ${reason}`);
  }
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
}

function unreadable(path: string): string | undefined {
  if (leadsOutside(path)) {
    return outsideReason;
  }
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit ? `is larger than ${sizeLimit / 1024 / 1024} MB` : undefined;
}

/** A file that is to be changed, as text with its byte order mark. Throws an error that names it. */
export function readForUpdate(path: string): string {
  const bytes = readNamedFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`${path}: is not UTF-8; nothing was changed`);
  }
}
