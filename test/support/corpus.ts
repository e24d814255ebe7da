// SPDX-License-Identifier: MIT
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder with the XEP sources: `XEPS_DIR`, else `../shared/corpus` beside the project, else undefined. */
export function corpusFolder(): string | undefined {
  const folders = [process.env['XEPS_DIR'], join(root, '..', 'shared', 'corpus')];
  return folders.find((folder): folder is string => folder !== undefined && folder !== '' && existsSync(join(folder, 'xep-0001.xml')));
}

/** Paths of all XEP sources of the corpus, numbered ones first; the template is none. */
export function corpusFiles(folder: string): string[] {
  const numbered = readdirSync(folder).filter((name) => /^xep-\d+\.xml$/.test(name)).sort();
  const inbox = existsSync(join(folder, 'inbox')) ? readdirSync(join(folder, 'inbox')).filter((name) => name.endsWith('.xml')).sort() : [];
  return [...numbered, ...inbox.map((name) => join('inbox', name))];
}
