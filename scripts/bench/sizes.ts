// SPDX-License-Identifier: MIT
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Part } from './report.ts';

/** What the command line needs; the extension's package has all the others. */
const commandLine = 'cli.cjs';

/** The sizes of the bundles as built, and compressed as a package holds them. */
export function measureSizes(dist: string): Part {
  const files = readdirSync(dist).filter((name) => /\.(?:cjs|js|json)$/.test(name)).sort().map((name) => {
    const bytes = readFileSync(join(dist, name));
    return { name, size: bytes.length / 1e6, packed: gzipSync(bytes).length / 1e6 };
  });
  const packed = files.filter(({ name }) => name !== commandLine).reduce((sum, file) => sum + file.packed, 0);
  return {
    title: 'Sizes',
    about: 'Bundles as built; in brackets compressed with gzip.',
    rows: [
      ...files.map(({ name, size, packed: small }) => ({ what: name, value: size, unit: 'MB', spread: `(${small.toFixed(2)})` })),
      { what: `all but ${commandLine}, compressed: nearly the extension's package`, value: packed, unit: 'MB', goal: 1 },
    ],
  };
}
