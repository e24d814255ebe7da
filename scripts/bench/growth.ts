// SPDX-License-Identifier: MIT
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { corpusFiles } from '../../test/support/corpus.ts';
import { runOnce } from './contenders.ts';
import type { Part, Row } from './report.ts';

/** How many times the corpus. */
const steps = [1, 10, 71];
/** The time per document may grow no more than this from the smallest corpus to the largest: then it grows with their number. */
const flat = 1;

/** Times the table of ever more documents: the corpus again and again, every file under a name of its own. */
export async function measureGrowth(cli: string, folder: string): Promise<Part> {
  const files = corpusFiles(folder);
  const root = mkdtempSync(join(tmpdir(), 'xep-gdpr-growth-'));
  const rows: Row[] = [];
  const perDocument: number[] = [];
  const jobs = cpus().length;
  try {
    copyFileSync(join(folder, 'xep.ent'), join(root, 'xep.ent'));
    let copies = 0;
    for (const step of steps) {
      for (; copies < step; copies++) {
        layCopy(folder, root, files, copies);
      }
      const { time, memory } = await runOnce({ name: '', command: process.execPath, args: [cli, 'table', root, '--format', 'csv', '--jobs', String(jobs), '--quiet'] }, root);
      const count = step * files.length;
      perDocument.push(time / count);
      rows.push({ what: `${count} documents, time`, value: time / 1000, unit: 's' }, { what: `${count} documents, time per document`, value: time / count, unit: 'ms' },
        { what: `${count} documents, most memory`, value: memory, unit: 'MB', note: `${(memory * 1024 / count).toFixed(0)} kB per document` });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  rows.push({ what: `time per document, ${steps.at(-1) ?? 1} times the corpus : once`, value: (perDocument.at(-1) ?? Number.NaN) / (perDocument[0] ?? Number.NaN), unit: 'x', goal: flat });
  return { title: 'Growth', about: `The table with \`--jobs ${jobs}\`, of the corpus ${steps.join(', ')} times: every copy is read and reviewed.`, rows };
}

/** Later copies are links to the first: other files to the program, and no more room on the disk. */
function layCopy(folder: string, root: string, files: readonly string[], copy: number): void {
  for (const file of files) {
    const to = (number: number): string => join(root, String(number), dirname(file), `${basename(file, '.xml')}-${number}.xml`);
    mkdirSync(dirname(to(copy)), { recursive: true });
    if (copy === 0) {
      copyFileSync(join(folder, file), to(0));
    } else {
      linkSync(to(0), to(copy));
    }
  }
}
