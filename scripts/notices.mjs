// SPDX-License-Identifier: MIT
// Writes ThirdPartyNotices.txt: name, version and licence text of every package whose code is in a bundle.
import { build } from 'esbuild';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles } from './build.mjs';
import { generate } from './generate.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders of the packages that the bundles contain. ajv is there through the validator that it compiles. */
async function bundledPackages() {
  const folders = new Set([join(root, 'node_modules', 'ajv')]);
  for (const bundle of bundles) {
    const { metafile } = await build({ ...bundle, write: false, metafile: true });
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder) {
        folders.add(join(root, folder));
      }
    }
  }
  return [...folders].sort();
}

/** The notices as text. */
export async function notices() {
  generate();
  const parts = ['The bundles of xep-gdpr contain code of these packages.\n'];
  const seen = new Set();
  for (const folder of await bundledPackages()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    if (seen.has(`${name} ${version}`)) {
      continue;
    }
    seen.add(`${name} ${version}`);
    const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : `Licence: ${license}`;
    parts.push(`${'='.repeat(78)}\n${name} ${version} (${license})\n\n${text}\n`);
  }
  return parts.join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'ThirdPartyNotices.txt'), await notices());
}
