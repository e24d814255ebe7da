// SPDX-License-Identifier: MIT
// The package for npm: command line and language server, nothing to install beside it. Publish the file that this makes, not the folder.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedReadme } from './packagedReadme.mjs';
import { withStage } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What the package's manifest says; all else is for the editor or for developers. */
const members = new Set(['name', 'version', 'description', 'license', 'keywords', 'type', 'engines', 'bin', 'files']);

/** Puts the package into a folder, without a network; answers its path and its files. Expects built bundles. */
export async function packNpm(destination) {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return withStage([...files, 'README.md', 'LICENSE'], (name) => members.has(name), (stage) => {
    writeFileSync(join(stage, 'README.md'), packagedReadme(readFileSync(join(stage, 'README.md'), 'utf8')));
    const windows = process.platform === 'win32';
    const { status, stdout, stderr, error } = spawnSync(windows ? 'npm.cmd' : 'npm', ['pack', '--json', '--offline', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination], { cwd: stage, encoding: 'utf8', shell: windows });
    if (status !== 0) {
      throw new Error(`npm pack: ${error?.message ?? ''}${stderr}`);
    }
    const [packed] = JSON.parse(stdout);
    return { path: join(destination, packed.filename), files: packed.files.map(({ path, size }) => ({ path, size })) };
  });
}
