// SPDX-License-Identifier: MIT
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Calls `use` with a folder that holds copies of files and folders of the project, all with the same rights, and a package.json with the members
 * that `chosen` accepts; then takes it away. What is packed from there does not depend on where and how the sources were checked out.
 */
export async function withStage(paths, chosen, use) {
  const stage = mkdtempSync(join(tmpdir(), 'xep-gdpr-package-'));
  try {
    for (const path of paths) {
      cpSync(join(root, path), join(stage, path), { recursive: true });
    }
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(Object.fromEntries(Object.entries(manifest).filter(([name]) => chosen(name))), null, 2)}\n`);
    for (const entry of readdirSync(stage, { recursive: true, withFileTypes: true })) {
      chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
    }
    return await use(stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
