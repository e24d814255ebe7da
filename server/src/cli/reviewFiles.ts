// SPDX-License-Identifier: MIT
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Dataset, DatasetSource } from '../dataset/index.ts';
import { fragmentCache } from '../xep/index.ts';
import { reviewXep, type Review } from '../review/index.ts';
import type { CommandLine } from './commandLine.ts';
import { progressBar } from './progress.ts';
import { projections, type Projected, type ProjectionName } from './projections.ts';
import { entityFinder, findSources, readSource, type Source, type Unreadable } from './sources.ts';
import type { WorkerJob, WorkerResult } from './worker.ts';

/** What became of the sources: the projected reviews in order of path, and what could not be read. */
export interface Reviewed<Name extends ProjectionName> {
  readonly results: readonly Projected[Name][];
  readonly unreadable: readonly Unreadable[];
}

/** Files from which a further thread pays for its own start. */
const filesPerThread = 120;

/** Reviews all sources under the operands, each projected to what the command needs, so that threads hand over little. */
export async function reviewFiles<Name extends ProjectionName>(line: CommandLine, dataset: Dataset, own: DatasetSource | undefined, projection: Name): Promise<Reviewed<Name>> {
  const { sources, unreadable } = findSources(line.operands);
  const jobs = Math.min(line.jobs ?? availableParallelism(), Math.max(1, line.jobs ?? Math.floor(sources.length / filesPerThread)), Math.max(1, sources.length));
  const progress = progressBar(sources.length, line.quiet);
  const outcomes = jobs > 1 ? await inThreads(sources, jobs, own, projection, progress.advance) : inProcess(sources, dataset, projection, progress.advance);
  progress.done();
  const results: Projected[Name][] = [];
  const failed = [...unreadable];
  for (const outcome of outcomes) {
    if (outcome && 'reason' in outcome) {
      failed.push(outcome);
    } else if (outcome) {
      results.push(outcome.value);
    }
  }
  return { results, unreadable: failed };
}

type Outcome<Name extends ProjectionName> = { readonly value: Projected[Name] } | Unreadable | undefined;

function inProcess<Name extends ProjectionName>(sources: readonly Source[], dataset: Dataset, projection: Name, advance: (count: number) => void): Outcome<Name>[] {
  const review = sourceReviewer(dataset, detailOf(projection));
  return sources.map((source) => {
    const outcome = review(source);
    advance(1);
    return outcome && 'reason' in outcome ? outcome : outcome && { value: projections[projection](outcome, dataset) };
  });
}

/** A table row shows documents as wholes; everything else needs places. */
export function detailOf(projection: ProjectionName): 'full' | 'summary' {
  return projection === 'row' ? 'summary' : 'full';
}

/** Reviews one source; undefined for a file that is passed over. */
export function sourceReviewer(dataset: Dataset, detail: 'full' | 'summary' = 'full'): (source: Source) => Review | Unreadable | undefined {
  const entitiesFor = entityFinder();
  const fragments = fragmentCache(200);
  return (source) => {
    const read = readSource(source);
    if ('reason' in read) {
      return read;
    }
    const entities = 'text' in read ? entitiesFor(source.file) : undefined;
    return 'text' in read ? reviewXep(source.path, read.text, dataset, entities ? { entities, fragments, detail } : { fragments, detail }) : undefined;
  };
}

/** Hands out chunks to threads as they finish, so that one slow document holds up nobody. */
function inThreads<Name extends ProjectionName>(sources: readonly Source[], jobs: number, own: DatasetSource | undefined, projection: Name, advance: (count: number) => void): Promise<Outcome<Name>[]> {
  const chunk = Math.max(1, Math.min(32, Math.ceil(sources.length / (jobs * 6))));
  const outcomes: Outcome<Name>[] = new Array<Outcome<Name>>(sources.length);
  let next = 0;
  const workers: Worker[] = [];
  const run = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: { own, projection }, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
    workers.push(worker);
    const hand = (): void => {
      if (next >= sources.length) {
        void worker.terminate().then(() => resolve());
        return;
      }
      const from = next;
      next += chunk;
      worker.postMessage({ from, sources: sources.slice(from, next) } satisfies WorkerJob);
    };
    worker.on('message', (result: WorkerResult) => {
      result.outcomes.forEach((outcome, index) => {
        outcomes[result.from + index] = outcome as Outcome<Name>;
      });
      advance(result.outcomes.length);
      hand();
    });
    worker.on('error', reject);
    hand();
  });
  return Promise.all(Array.from({ length: jobs }, run)).then(() => outcomes).finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}
