// SPDX-License-Identifier: MIT
// A test runner for Stryker: bundles the unit tests with the changed sources once, then runs only those tests that reach a change.
// What a module makes when it is loaded (tables, patterns) is made anew for a change there, without a new process.
import { build } from 'esbuild';
import Mocha from 'mocha';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { titlesReaching } from './reach.mjs';

/** Rooms whose tests count: small ones in one process, over own fixtures, that reach the sources changed. */
const rooms = ['xep', 'review', 'report'];
/** Left out: files that need the corpus of real documents, and texts whose only point is their size. */
const leftOut = /^(?:corpus\w*|bounds)\.test\.ts$/;
/** Whole files left out too: they run the built program. */
const startsProcesses = /from '\.\.\/cli\/run\.ts'/;
/** Slow ones about keeping and about size: run where they reach a change, not for what a module makes when it is loaded. */
const reachedOnly = /^(?:reviewing after a keystroke|hostile considerations|a hostile considerations text)/;

/** What the instrumented sources read and write. */
const stryker = (globalThis.__stryker__ ??= {});

/** What the first run saw, for the processes after it. */
const coverage = 'coverage.json';

class Silent extends Mocha.reporters.Base {}

function bundledRunner() {
  /** @type {((require: NodeRequire) => Map<string, () => void>) | undefined} */
  let bundle;
  let mocha;
  /** Names of the test files that are loaded, and by title the file of a test. */
  let loaded = new Set();
  let fileOf = new Map();
  /** By title, the changes that a test reaches, once known. */
  let perTest = {};

  /** Loads test files with what they test; gives what was thrown on the way, if anything was. */
  const load = (wanted) => {
    mocha?.dispose();
    mocha = new Mocha({ ui: 'tdd', reporter: Silent, timeout: 60_000, bail: true });
    mocha.cleanReferencesAfterRun(false);
    mocha.suite.emit('pre-require', globalThis, 'bundle', mocha);
    const files = bundle(createRequire(join(process.cwd(), 'bundle.cjs')));
    loaded = new Set(wanted ?? files.keys());
    for (const file of loaded) {
      const { suites, tests } = mocha.suite;
      const [knownSuites, knownTests] = [suites.length, tests.length];
      try {
        files.get(file)();
      } catch (error) {
        return error;
      }
      const note = (test) => fileOf.set(test.fullTitle(), file);
      suites.slice(knownSuites).forEach((suite) => suite.eachTest(note));
      tests.slice(knownTests).forEach(note);
    }
    return undefined;
  };

  /** Runs the tests with these full titles, all without; gives the results by title. */
  const run = (titles) => new Promise((resolve) => {
    const results = new Map();
    mocha.options.grep = { test: (title) => titles === undefined || titles.has(title) };
    const runner = mocha.run(() => resolve(results));
    const note = (test, status, failureMessage) => {
      const name = test.fullTitle();
      const before = results.get(name);
      results.set(name, { id: name, name, timeSpentMs: (before?.timeSpentMs ?? 0) + (test.duration ?? 0), ...before?.status === 1 ? before : { status, failureMessage } });
    };
    runner.on('test', (test) => { stryker.currentTestId = test.fullTitle(); });
    runner.on('test end', () => { stryker.currentTestId = undefined; });
    runner.on('pass', (test) => note(test, 0));
    runner.on('pending', (test) => note(test, 2));
    runner.on('fail', (test, error) => note(test, 1, String(error?.message ?? error)));
  });

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async init() {
      bundle = await bundleTests(process.cwd());
      // A process that takes the place of one that hung has not made the first run itself.
      if (existsSync(coverage)) {
        const known = JSON.parse(readFileSync(coverage, 'utf8'));
        perTest = known.perTest;
        fileOf = new Map(known.files);
      }
    },

    async dryRun() {
      stryker.mutantCoverage = { static: {}, perTest: {} };
      stryker.activeMutant = undefined;
      const error = load();
      if (error) {
        throw error;
      }
      const tests = [...(await run()).values()];
      const mutantCoverage = JSON.parse(JSON.stringify(stryker.mutantCoverage));
      ({ perTest } = mutantCoverage);
      writeFileSync(coverage, JSON.stringify({ perTest, files: [...fileOf] }));
      return { status: 'complete', tests, mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment, sandboxFileName }) {
      const isStatic = mutantActivation === 'static';
      const near = testFilter ?? [...titlesReaching(activeMutant.id, readFileSync(sandboxFileName, 'utf8'), perTest)].filter((title) => !reachedOnly.test(title));
      // Where no test reaches a function of the file, it holds what others use: every test may tell.
      const titles = near.length > 0 ? new Set(near) : undefined;
      const files = titles && [...new Set([...titles].map((title) => fileOf.get(title)))];
      if (files?.includes(undefined)) {
        throw new Error('A test has no file.');
      }
      stryker.activeMutant = isStatic ? activeMutant.id : undefined;
      stryker.hitCount = hitLimit === undefined ? undefined : 0;
      stryker.hitLimit = hitLimit;
      if (reloadEnvironment || !mocha || !(files ?? [...fileOf.values()]).every((file) => loaded.has(file))) {
        const error = load(isStatic ? files : undefined);
        if (error) {
          return { status: 'killed', killedBy: [near[0] ?? 'loading'], failureMessage: String(error), nrOfTests: 0 };
        }
      }
      stryker.activeMutant = activeMutant.id;
      const results = [...(await run(titles)).values()];
      if (stryker.hitCount > stryker.hitLimit) {
        return { status: 'timeout', reason: 'It goes round and round.' };
      }
      const failed = results.find(({ status }) => status === 1);
      const nrOfTests = results.filter(({ status }) => status !== 2).length;
      return failed ? { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests } : { status: 'survived', nrOfTests };
    },
  };
}

/** A function of `require` that gives all test files by name, each to be loaded when called. */
async function bundleTests(root) {
  const files = rooms.flatMap((room) => readdirSync(join(root, 'test', room)).filter((name) => name.endsWith('.test.ts') && !leftOut.test(name)).map((name) => `./test/${room}/${name}`))
    .filter((file) => !startsProcesses.test(readFileSync(join(root, file), 'utf8')));
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents: files.map((file) => `testFiles.set('${file}', () => require('${file}'));`).join('\n'), resolveDir: root }, absWorkingDir: root, preserveSymlinks: true,
    bundle: true, write: false, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'error', plugins: [places, oneDataset],
  });
  return new Script(`(function (require) {const testFiles = new Map(), module = { exports: {} };${text}\nreturn testFiles;})`, { filename: join(root, 'bundle.cjs') }).runInThisContext();
}

/** Each test keeps its place, from which it finds its fixtures. */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)).replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
    }));
  },
};

/** The dataset is compiled once for all changes, as none is in its own sources. */
const oneDataset = {
  name: 'one-dataset',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]cli[\\/]bundledDataset\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: `${readFileSync(path, 'utf8').replace('export function bundledDataset', 'function compileBundled')}
export function bundledDataset(...given) { return given.length > 0 ? compileBundled(...given) : (globalThis.mutationDataset ??= compileBundled()); }`,
    }));
  },
};

bundledRunner.inject = [];
export const strykerPlugins = [{ kind: 'TestRunner', name: 'bundled', factory: bundledRunner }];
