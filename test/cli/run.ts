// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built program; `npm run build` makes it. */
export const program = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in a folder until it ends. */
export function run(cwd: string, ...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, timeout: 120_000, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** Calls `use` with a temporary folder that holds the files given, and takes the folder away. */
export function inFolder<Result>(files: Readonly<Record<string, string | Buffer>>, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'xep-gdpr-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const result = use(folder);
    if (result instanceof Promise) {
      return result.finally(remove) as Result;
    }
    remove();
    return result;
  } catch (error) {
    remove();
    throw error;
  }
}
