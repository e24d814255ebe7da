// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The extension's manifest with its texts in a language, as VS Code reads it; in English where none is named. */
export function readManifest<Manifest>(language?: string): Manifest {
  const texts = JSON.parse(read(`package.nls${language === undefined ? '' : `.${language}`}.json`)) as Readonly<Record<string, string>>;
  return JSON.parse(read('package.json'), (_key, value: unknown) => (typeof value === 'string' ? texts[/^%(.+)%$/.exec(value)?.[1] ?? ''] ?? value : value)) as Manifest;
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
}
