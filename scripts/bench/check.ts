// SPDX-License-Identifier: MIT
// Finds what got slower without a stopwatch: by how much longer it takes than a fixed piece of work in the same process, whatever the machine.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { tuneEngine } from '../../server/src/host/index.ts';
import { tableRow } from '../../server/src/report/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache, readXep } from '../../server/src/xep/index.ts';
import { calibrate } from './calibration.ts';
import { percentile } from './figures.ts';
import { applied, keystrokes } from './keystrokes.ts';

const samples = fileURLToPath(new URL('../../data/samples', import.meta.url));
const keptFile = fileURLToPath(new URL('ratios.json', import.meta.url));
/** Rounds that warm the code up, and rounds that count. */
const before = 12;
const rounds = 25;
/** What takes up to this much longer than it did is not called slower: processors and versions of Node.js differ. */
const tolerance = 1.6;
/** How often the samples stand in the long document, for about the size of the largest XEPs. */
const copies = 25;

/** Compares with the ratios that are kept; gives the names of what got slower. With `keep`, keeps today's ratios instead. */
export function checkRatios(keep: boolean): readonly string[] {
  const ratios = measureRatios();
  if (keep) {
    writeFileSync(keptFile, `${JSON.stringify(ratios, null, 2)}\n`);
    return [];
  }
  const kept = JSON.parse(readFileSync(keptFile, 'utf8')) as Readonly<Record<string, number>>;
  const slower: string[] = [];
  for (const [name, ratio] of Object.entries(ratios)) {
    const was = kept[name];
    console.log(`  ${name.padEnd(40)} ${ratio.toFixed(2)} of the fixed work; was ${was?.toFixed(2) ?? 'not known'}`);
    if (was !== undefined && ratio > was * tolerance) {
      slower.push(name);
    }
  }
  return slower;
}

function measureRatios(): Record<string, number> {
  tuneEngine();
  const works = Object.entries(worksOn(longDocument()));
  const fixed: number[] = [];
  const times = new Map<string, number[]>(works.map(([name]) => [name, []]));
  for (let round = 0; round < before + rounds; round++) {
    const all = [timeOf(calibrate), ...works.map(([, work]) => timeOf(work))];
    if (round >= before) {
      fixed.push(all[0] ?? 0);
      works.forEach(([name], index) => times.get(name)?.push(all[index + 1] ?? 0));
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, Number((undisturbed(all) / undisturbed(fixed)).toFixed(3))]));
}

/** The time of a round in which little else was done on the machine: the others are longer, never shorter. */
function undisturbed(times: readonly number[]): number {
  return percentile(times, 0.25);
}

function worksOn(text: string): Readonly<Record<string, () => unknown>> {
  const dataset = bundledDataset();
  const fragments = fragmentCache(3000);
  const strokes = keystrokes(text, (before + rounds) * 10);
  let typed = text;
  let next = 0;
  return {
    'loading the dataset': () => bundledDataset(),
    'reading a document': () => readXep(text),
    'reviewing a document': () => reviewXep('long.xml', text, dataset),
    'a row of the table': () => tableRow(reviewXep('long.xml', text, dataset, { detail: 'summary' }), dataset),
    'ten keystrokes': () => {
      for (let stroke = 0; stroke < 10; stroke++) {
        typed = applied(typed, strokes[next++ % strokes.length] ?? { offset: 0, length: 0, text: '' });
        reviewXep('long.xml', typed, dataset, { fragments });
      }
    },
  };
}

/** One XEP with the sections of all samples, again and again. */
function longDocument(): string {
  const texts = readdirSync(samples).filter((name) => name.endsWith('.xml')).sort().map((name) => readFileSync(join(samples, name), 'utf8'));
  const bodies = texts.map((text) => text.slice(text.indexOf('</header>') + '</header>'.length, text.lastIndexOf('</xep>')));
  const [first = ''] = texts;
  const head = first.slice(0, first.indexOf('</header>') + '</header>'.length);
  return `${head}${Array.from({ length: copies }, () => bodies.join('\n')).join('\n')}</xep>\n`;
}

/** The process's own time in microseconds, so that waiting for others does not count. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
