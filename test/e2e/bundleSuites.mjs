// SPDX-License-Identifier: MIT
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './places.mjs';

/** Compiles the suites, or something else that exports `run`, for one kind of extension host; answers the file. */
export async function bundleSuites(kind, { entry = join('suite', `index.${kind}.ts`), name = 'suites' } = {}) {
  const outfile = join(root, 'out', 'e2e', `${name}.${kind}.cjs`);
  const host = kind === 'web'
    ? { platform: 'browser', define: { global: 'globalThis' }, external: ['vscode'] }
    // Mocha for Node.js finds its parts by path.
    : { platform: 'node', external: ['vscode', 'mocha'] };
  await build({ entryPoints: [join(root, 'test', 'e2e', entry)], outfile, bundle: true, format: 'cjs', target: 'es2022', sourcemap: 'inline', logLevel: 'warning', ...host });
  return outfile;
}
