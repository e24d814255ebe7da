// SPDX-License-Identifier: MIT
import { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';

/** A module whose branches are counted while it runs. */
export interface Watched<Exports> {
  readonly exports: Exports;
  /** Does something. Tells whether a part of the code ran that never ran before, or an order of magnitude more often than ever. */
  readonly reachesFurther: (work: () => void) => boolean;
  /** How much of the code has run so far, from 0 to 1. */
  readonly share: () => number;
  readonly end: () => void;
}

interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly { readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[] }[] }[];
}

/** Loads a module with all that it imports, as one script, and has the engine count every branch of those sources whose path passes. */
export async function watchBranches<Exports>(file: string, isCounted: (path: string) => boolean): Promise<Watched<Exports>> {
  const { outputFiles: [output] } = await build({ entryPoints: [file], bundle: true, format: 'cjs', platform: 'node', target: 'es2023', write: false });
  const before = '(function (module, require) {';
  const code = `${before}${output?.text ?? ''}\n})`;
  const name = `watched/${basename(file)}`;
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  // What is compiled before this has no counters.
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const module = { exports: {} };
  (new Script(code, { filename: name }).runInThisContext() as (module: object, require: NodeJS.Require) => void)(module, createRequire(import.meta.url));

  const take = (): Coverage['result'][number]['functions'] => {
    let taken: Coverage = { result: [] };
    // In one's own process the answer is there at once, and the counters begin anew.
    session.post('Profiler.takePreciseCoverage', (_error, coverage) => { taken = coverage; });
    return taken.result.find(({ url }) => url === name)?.functions ?? [];
  };
  /** For each unit of the code: the orders of magnitude, as bits, in which it ran. */
  const seen = new Uint8Array(code.length);
  const counts = new Uint32Array(code.length);
  const counted = countedParts(code, isCounted);
  return {
    exports: module.exports as Exports,
    reachesFurther(work) {
      take();
      work();
      counts.fill(0);
      // Outer ranges come before those within them.
      take().forEach(({ ranges }) => { ranges.forEach(({ startOffset, endOffset, count }) => counts.fill(count, startOffset, endOffset)); });
      let further = false;
      for (const { start, end } of counted) {
        for (let at = start; at < end; at++) {
          const count = counts[at] ?? 0;
          const before = seen[at] ?? 0;
          const bits = count === 0 ? before : before | (1 << Math.min(7, (31 - Math.clz32(count)) >> 1));
          further ||= bits !== before;
          seen[at] = bits;
        }
      }
      return further;
    },
    share: () => seen.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0) / counted.reduce((sum, { start, end }) => sum + end - start, 0),
    end() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** The parts of a bundle that come from sources whose path passes: the bundler heads each with its path. */
function countedParts(code: string, isCounted: (path: string) => boolean): readonly { readonly start: number; readonly end: number }[] {
  const heads = [...code.matchAll(/^ *\/\/ (\S+\.\w+)$/gm)];
  return heads.flatMap(({ index, 1: path = '' }, at) => (isCounted(path) ? [{ start: index, end: heads[at + 1]?.index ?? code.length }] : []));
}
