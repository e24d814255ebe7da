// SPDX-License-Identifier: MIT
// npm run ci: everything that must hold before a change is merged. Stops at the first step that fails; what cannot be done here says so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = process.env['XEPS_DIR'] ?? join(root, '..', 'shared', 'corpus');
const bin = (name) => join(root, 'node_modules', ...name);

/** Name, program, arguments, and why the step is left out, if it is. */
const steps = [
  ['check: types', process.execPath, [bin(['typescript', 'bin', 'tsc']), '--noEmit']],
  ['check: types of the panel', process.execPath, [bin(['typescript', 'bin', 'tsc']), '--noEmit', '-p', 'client/panel']],
  ['check: lint rules', process.execPath, [bin(['eslint', 'bin', 'eslint.js']), '.']],
  ['test', process.execPath, [join(root, 'scripts', 'test.mjs')]],
  ['build', process.execPath, [join(root, 'scripts', 'build.mjs')]],
  ['docs', process.execPath, [join(root, 'scripts', 'docs.mjs')], existsSync(sources) ? undefined : `no XEP sources in ${sources}; XEPS_DIR names their folder`],
  ['nothing generated has changed', 'git', ['diff', '--exit-code', '--stat'], existsSync(join(root, '.git')) ? undefined : 'this is no git checkout'],
  ['licences and audit', process.execPath, [join(root, 'scripts', 'audit.mjs')]],
];

/** Exit status of `audit.mjs` where the registry cannot be asked. That file loads packages, which may not be there yet. */
const notAudited = 75;

installMissing();
const skipped = [];
for (const [name, program, args, reason] of steps) {
  console.log(`\n== ${name}${reason === undefined ? '' : `: SKIPPED, ${reason}`}`);
  const status = reason === undefined ? spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status : undefined;
  if (status === undefined) {
    skipped.push(name);
  } else if (status === notAudited) {
    skipped.push('audit');
  } else if (status !== 0) {
    console.error(`\nci: "${name}" failed`);
    process.exit(1);
  }
}
console.log(`\nci: all is well${skipped.length > 0 ? `; skipped: ${skipped.join(', ')}` : ''}`);
