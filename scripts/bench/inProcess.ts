// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { tuneEngine } from '../../server/src/host/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache, readEntityFile } from '../../server/src/xep/index.ts';
import { medianRow } from './figures.ts';
import { applied, keystrokes, largest, strokeRows, strokes, warmUp } from './keystrokes.ts';
import type { Part } from './report.ts';

/** As many pieces as the language server keeps. */
const pieces = 3000;

/** Times the review after each of many keystrokes in one process, whose engine is told what the language server tells its own. */
export function timeReviews(folder: string): Part {
  tuneEngine();
  const dataset = bundledDataset();
  const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
  const rows = largest.flatMap((name) => {
    let text = readFileSync(join(folder, name), 'utf8');
    const fragments = fragmentCache(pieces);
    const work: number[] = [];
    const times = keystrokes(text, warmUp + strokes).map((stroke) => {
      text = applied(text, stroke);
      const before = process.cpuUsage();
      const start = performance.now();
      reviewXep(name, text, dataset, { entities, fragments });
      const time = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      work.push((user + system) / 1000);
      return time;
    });
    return [...strokeRows(name, times.slice(warmUp), 5, 10), medianRow(`${name}, median of processor time`, work.slice(warmUp), 'ms')];
  });
  return {
    title: 'A keystroke to its review, in process',
    about: `${strokes} keystrokes at random places of each of the four largest XEPs, after ${warmUp} that are not counted; every second takes back the one before, which mostly damaged the document.`,
    rows,
  };
}
