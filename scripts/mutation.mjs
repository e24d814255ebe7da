// SPDX-License-Identifier: MIT
// npm run test:mutation [-- FILE...]: changes the sources one place at a time and counts what the unit tests notice; all of review and xep unless files are named.
// What has a result already is passed over: delete out/mutation/results to begin anew. Prints the score of every file and what went unnoticed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';
import { installMissing } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const home = join(root, 'out', 'mutation');
const rooms = ['review', 'xep'];

/** Installs Stryker below `out`, once: it is larger than all that the tests need. */
function installTool() {
  const tool = join(home, 'tool');
  const own = join(root, 'test', 'mutation');
  const lock = join(tool, 'package-lock.json');
  if (!existsSync(join(tool, 'node_modules')) || readFileSync(lock, 'utf8') !== readFileSync(join(own, 'package-lock.json'), 'utf8')) {
    rmSync(tool, { recursive: true, force: true });
    mkdirSync(tool, { recursive: true });
    ['package.json', 'package-lock.json'].forEach((name) => cpSync(join(own, name), join(tool, name)));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: tool, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) {
      rmSync(tool, { recursive: true, force: true });
      throw new Error('Stryker could not be installed; is the npm registry within reach?');
    }
  }
  return join(tool, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
}

const resultOf = (file) => join(home, 'results', basename(dirname(file)), basename(file).replace(/\.ts$/, '.json'));

/** Tests one file's changes; the result is there as a whole or not at all. */
function mutate(tool, file) {
  const result = resultOf(file);
  const unfinished = `${result}.unfinished`;
  mkdirSync(dirname(result), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'run', join(root, 'test', 'mutation', 'stryker.config.mjs')], { cwd: root, encoding: 'utf8', env: { ...process.env, MUTATE: file, RESULT: relative(root, unfinished), XEPS_DIR: '' } });
  if (status !== 0 || !existsSync(unfinished)) {
    console.error(`${file}: ${`${stdout}${stderr}`.split('\n').filter((line) => /error/i.test(line)).slice(0, 5).join('\n')}`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(result, readFileSync(unfinished));
  rmSync(unfinished);
}

function countsOf(file) {
  // A file of types alone has nothing to change.
  const [{ mutants } = { mutants: [] }] = Object.values(JSON.parse(readFileSync(resultOf(file), 'utf8')).files);
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  return { noticed: count('Killed', 'Timeout'), unnoticed: mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage') };
}

const named = process.argv.slice(2);
const files = named.length > 0 ? named : rooms.flatMap((room) => readdirSync(join(root, 'server', 'src', room)).filter((name) => name.endsWith('.ts') && name !== 'index.ts').sort().map((name) => `server/src/${room}/${name}`));
installMissing();
generate();
const tool = installTool();
const sum = { noticed: 0, all: 0 };
for (const file of files) {
  if (!existsSync(resultOf(file))) {
    mutate(tool, file);
  }
  if (!existsSync(resultOf(file))) {
    continue;
  }
  const { noticed, unnoticed } = countsOf(file);
  const all = noticed + unnoticed.length;
  sum.noticed += noticed;
  sum.all += all;
  console.log(`${file}  ${noticed} of ${all}${all > 0 ? `, ${((100 * noticed) / all).toFixed(1)} %` : ''}`);
  for (const { location: { start }, status, mutatorName, replacement } of named.length > 0 ? unnoticed : []) {
    console.log(`  ${start.line}:${start.column} ${status === 'NoCoverage' ? 'not reached' : 'unnoticed'} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 150)}`);
  }
}
console.log(`All  ${sum.noticed} of ${sum.all}, ${((100 * sum.noticed) / sum.all).toFixed(1)} %`);
