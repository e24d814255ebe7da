// SPDX-License-Identifier: MIT
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Part } from './report.ts';

/**
 * Times the reviews of `inProcess.ts` in a process that runs them as they are shipped: in one bundle, made as `scripts/build.mjs` makes its own.
 * What loads TypeScript as it stands wraps every function that is made, which users never wait for.
 */
export function timeShippedReviews(root: string, folder: string): Part {
  const outfile = join(root, 'out', 'bench', 'inProcess.cjs');
  const besideDataset = pathToFileURL(join(root, 'server', 'generated', 'dataset.js')).href;
  buildSync({
    stdin: { contents: `import { timeReviews } from './inProcess.ts'; console.log(JSON.stringify(timeReviews(process.argv[2])));`, resolveDir: import.meta.dirname },
    bundle: true, minify: true, target: 'node20', platform: 'node', format: 'cjs', outfile, define: { 'import.meta.url': JSON.stringify(besideDataset) }, logLevel: 'error',
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, folder], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`the reviews could not be timed: ${stderr}`);
  }
  return JSON.parse(stdout) as Part;
}
