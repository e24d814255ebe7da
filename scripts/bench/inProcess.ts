// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache, readEntityFile } from '../../server/src/xep/index.ts';
import { spread } from './figures.ts';
import { applied, keystrokes } from './keystrokes.ts';

/** The documents that take the longest. */
export const largest = ['xep-0326.xml', 'xep-0060.xml', 'xep-0324.xml', 'xep-0045.xml'];
const strokes = 300;
const warmUp = 60;

/** Times the review after each of 300 keystrokes in one process; one line per document. */
export function timeReviews(folder: string): string[] {
  const dataset = bundledDataset();
  const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
  return largest.map((name) => {
    let text = readFileSync(join(folder, name), 'utf8');
    const fragments = fragmentCache(1500);
    const times = keystrokes(text, warmUp + strokes).map((stroke) => {
      text = applied(text, stroke);
      const start = performance.now();
      reviewXep(name, text, dataset, { entities, fragments });
      return performance.now() - start;
    });
    return `${name.padEnd(14)} ${spread(times.slice(warmUp))}`;
  });
}
