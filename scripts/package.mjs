// SPDX-License-Identifier: MIT
// npm run package [-- --output FOLDER] [--check]: builds, makes the .vsix for editors and the .tgz for npm, prints what is in them.
// Fails when the .vsix is larger than it may be. The same sources make the same bytes, wherever and whenever; --check makes both again in a copy of the sources and compares.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { makePackage } from './makePackage.mjs';
import { packNpm } from './packNpm.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Bytes. */
const limit = 1_000_000;

/** Makes the packages a second time in another folder, from the files that git knows, and tells which have other bytes. */
function differentFromCopy(paths) {
  const copy = mkdtempSync(join(tmpdir(), 'xep gdpr copy '));
  try {
    const { status, stdout } = spawnSync('git', ['-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
    if (status !== 0) {
      throw new Error('--check needs git and a checkout');
    }
    for (const file of stdout.split('\0').filter((name) => name !== '' && statSync(join(root, name), { throwIfNoEntry: false })?.isFile())) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      copyFileSync(join(root, file), join(copy, file));
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const other = join(copy, 'packages');
    const made = spawnSync(process.execPath, [join(copy, 'scripts', 'package.mjs'), '--output', other], { cwd: tmpdir(), env: { ...process.env, TZ: 'Asia/Kathmandu', SOURCE_DATE_EPOCH: '' }, encoding: 'utf8' });
    if (made.status !== 0) {
      throw new Error(made.stderr);
    }
    return paths.filter((path) => !readFileSync(join(other, basename(path))).equals(readFileSync(path)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, output: { type: 'string' } } });
const folder = values.output === undefined ? root : resolve(values.output);
mkdirSync(folder, { recursive: true });
await build();
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages = [await makePackage(join(folder, `${name}-${version}.vsix`)), await packNpm(folder)];
for (const { path, files } of packages) {
  console.log(`${statSync(path).size} bytes, ${path}`);
  files.forEach((file) => console.log(`${String(file.size).padStart(9)}  ${file.path}`));
}
if (statSync(packages[0].path).size > limit) {
  console.error(`The .vsix is larger than ${limit} bytes.`);
  process.exit(1);
}
if (values.check) {
  const different = differentFromCopy(packages.map(({ path }) => path));
  console.log(different.length === 0 ? 'A copy of the sources makes the same bytes.' : `A copy of the sources makes other bytes: ${different.join(', ')}`);
  process.exitCode = different.length === 0 ? 0 : 1;
}
