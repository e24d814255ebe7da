// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { xepSource } from '../support/xepSource.ts';
import { figures, long, over, seed } from './budget.ts';
import { watchBranches } from './branches.ts';
import { constructs } from './constructs.ts';
import { document, sampleTexts } from './documents.ts';
import { timeOf } from './growth.ts';
import { mutated, mutation } from './mutation.ts';
import type * as SoundText from './soundText.ts';

const dataset = bundledDataset();

/** UTF-16 units; longer ones teach nothing that shorter ones do not, and take longer. */
const longest = 12_000;

/** Milliseconds of processor time for all reviews of one text; most take 10. */
const slowest = 300;

/** How the next text is made: of a kept one, of two, or anew. */
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const step = fc.record({
  parent: share, other: share, from: share, length: fc.integer({ min: 1, max: 600 }), to: share, mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }), fresh: document,
  kind: fc.constantFrom('mutate', 'mutate', 'mutate', 'splice', 'splice', 'fresh'),
});

/** The shortest text found, by leaving parts away, that still fails. */
function shortened(text: string, fails: (text: string) => boolean): string {
  let best = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length;) {
      const less = best.slice(0, at) + best.slice(at + size);
      if (fails(less)) {
        best = less;
      } else {
        at += size;
      }
    }
  }
  return best;
}

suite('texts that grow from those that reached further into the code', () => {
  test('break no rule', async () => {
    const { exports: { textTrier }, reachesFurther, share: covered, end } = await watchBranches<typeof SoundText>(fileURLToPath(new URL('soundText.ts', import.meta.url)), (path) => /^server\/src\/(?:xml|xep|review)\//.test(path));
    const attempt = textTrier(dataset);
    const kept: string[] = [];
    const failure = (text: string): Error | undefined => {
      let failed: Error | undefined;
      const work = (): void => {
        try {
          attempt(text);
        } catch (error) {
          failed = error instanceof Error ? error : new Error(String(error));
        }
      };
      // Machines are busy with other things too: what is slow is tried again before it is believed.
      const slow = [1, 2, 3, 4].every(() => timeOf(work) > slowest);
      return failed ?? (slow ? new Error(`takes more than ${slowest} ms`) : undefined);
    };
    const begin = (text: string): void => {
      if (reachesFurther(() => { attempt(text); })) {
        kept.push(text);
      }
    };
    [xepSource(), ...Object.values(constructs).map((construct) => construct(2)), ...long ? sampleTexts : []].forEach(begin);
    const [atFirst, first] = [covered(), kept.length];
    const isOver = over(0.3);
    let turn = 0;
    for (; !isOver() && turn < (long ? Number.POSITIVE_INFINITY : 60); turn++) {
      const [how] = fc.sample(step, { seed: seed + turn, numRuns: 1 });
      assert.ok(how);
      const pick = (at: number): string => kept[Math.floor(at * kept.length)] ?? '';
      const [parent, other] = [pick(how.parent), pick(how.other)];
      const piece = other.slice(Math.floor(how.from * other.length)).slice(0, how.length);
      const text = (how.kind === 'fresh' ? how.fresh : mutated(parent, how.kind === 'splice' ? [{ at: how.to, removed: 0, inserted: piece }] : how.mutations)).slice(0, longest);
      let failed: Error | undefined;
      if (reachesFurther(() => { failed = failure(text); })) {
        kept.push(text);
      }
      if (failed) {
        throw new Error(`seed ${seed}, turn ${turn}: ${failed.message}\n${JSON.stringify(shortened(text, (one) => failure(one) !== undefined))}`, { cause: failed });
      }
    }
    end();
    figures(`${turn} texts; ${kept.length - first} of them reached further; ${(covered() * 100).toFixed(1)} % of the code ran, ${(atFirst * 100).toFixed(1)} % with the first ${first}`);
  });
});
