// SPDX-License-Identifier: MIT
// Writes ThirdPartyNotices.txt: name, version and licence text of every package whose code is in a bundle.
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

/** The packages whose code is in a bundle, by name and version, with their licence and its text. */
export async function bundledLicences() {
  generate();
  const found = new Map();
  for (const folder of await bundledPackages()) {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : standardText(license, author);
    found.set(`${name} ${version}`, found.get(`${name} ${version}`) ?? { name, version, license, text });
  }
  return [...found.values()];
}

/** For a package that names the MIT licence and forgets its text: the standard text, which our own licence is too, with the package's author. */
function standardText(license, author) {
  const holder = typeof author === 'string' ? author : author?.name;
  return license === 'MIT' && holder ? readFileSync(join(root, 'LICENSE'), 'utf8').replace(/^Copyright .*$/m, `Copyright (c) ${holder.replace(/\s*[<(].*$/, '')}`).trim() : '';
}

/** The notices as text. */
export async function notices() {
  const parts = (await bundledLicences()).map(({ name, version, license, text }) => `${'='.repeat(78)}\n${name} ${version} (${license})\n\n${text}\n`);
  return ['The bundles of xep-gdpr contain code of these packages.\n', ...parts].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'ThirdPartyNotices.txt'), await notices());
}
