// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { documentKey, type Dataset, type DatasetSource, type KnownFinding, type Level } from '../dataset/index.ts';
import { applyBaseline, documentName, reviewXep, type Detail, type Review } from '../review/index.ts';
import type { CommandLine } from './commandLine.ts';
import { progressBar } from './progress.ts';
import { projections, type Projected, type ProjectionName } from './projections.ts';
import { entityFinder, findSources, readSource, type Source, type Unreadable } from './sources.ts';
import type { WorkerJob, WorkerResult, WorkerSetup } from './worker.ts';
import { applyWorkspace, reportWorkspaces, todayHere, workspaceFinder, type IgnoreUse, type WorkspaceOptions } from './workspace.ts';

/** What became of the sources: the projected reviews in order of path, and what could not be read. */
export interface Reviewed<Name extends ProjectionName> {
  readonly results: readonly Projected[Name][];
  /** What the baseline knew of each result, in the same order; empty without one. */
  readonly met: readonly MetFindings[];
  readonly unreadable: readonly Unreadable[];
}

/** What became of a baseline's findings in one document. */
export interface MetFindings {
  /** The document's name as a baseline has it. */
  readonly document: string;
  readonly title: string;
  /** The highest level that the baseline knows of the document. */
  readonly level: Level | null;
  /** Indexes into the baseline's findings. */
  readonly met: readonly number[];
}

/** Files from which a further thread pays for its own start. */
const filesPerThread = 1000;

/** Reviews all sources under the operands, each projected to what the command needs, so that threads hand over little. */
export async function reviewFiles<Name extends ProjectionName>(line: CommandLine, dataset: Dataset, own: DatasetSource | undefined, projection: Name, known?: readonly KnownFinding[]): Promise<Reviewed<Name>> {
  const { sources: found, unreadable } = findSources(line.operands);
  const sources = projection === 'sarif' || projection === 'github' ? found.map(fromHere) : found;
  const jobs = Math.min(line.jobs ?? availableParallelism(), Math.max(1, line.jobs ?? Math.floor(sources.length / filesPerThread)), Math.max(1, sources.length));
  const progress = progressBar(sources.length, line.quiet);
  const setup: WorkerSetup = { own, projection, workspace: { ...workspaceOptions(line, sources), ...known && { known } } };
  const outcomes = jobs > 1 ? await inThreads<Name>(sources, jobs, setup, progress.advance) : inProcess(sources, dataset, setup, projection, progress.advance);
  progress.done();
  const results: Projected[Name][] = [];
  const failed = [...unreadable];
  const uses: IgnoreUse[] = [];
  const met: MetFindings[] = [];
  for (const outcome of outcomes) {
    if (outcome && 'reason' in outcome) {
      failed.push(outcome);
    } else if (outcome) {
      results.push(outcome.value);
      uses.push(...outcome.use ? [outcome.use] : []);
      met.push(...outcome.met ? [outcome.met] : []);
    }
  }
  const { errors, notes } = reportWorkspaces(uses, line.operands, setup.workspace.today, detailOf(projection) === 'full');
  if (!line.quiet) {
    notes.forEach((note) => process.stderr.write(`${note}\n`));
  }
  return { results, met, unreadable: [...failed, ...errors] };
}

/** A source under its path from the current folder, as programs want it that look the file up there. */
function fromHere(source: Source): Source {
  const near = relative('.', source.file).split(sep).join('/');
  return { ...source, path: near.startsWith('../') ? resolve(source.file).split(sep).join('/') : near };
}

/** What the workspaces' own data is applied with. Throws an error that names the file of `--ignore-file` where there is none. */
export function workspaceOptions(line: CommandLine, sources: readonly Source[]): WorkspaceOptions {
  if (line.ignoreFile !== undefined && !existsSync(line.ignoreFile)) {
    throw new Error(`${line.ignoreFile}: no such file`);
  }
  return { file: line.ignoreFile, today: todayHere(), documents: sources.map((source) => documentKey(source.path.split('/').at(-1) ?? '')) };
}

type Outcome<Name extends ProjectionName> = { readonly value: Projected[Name]; readonly use: IgnoreUse | undefined; readonly met: MetFindings | undefined } | Unreadable | undefined;

function inProcess<Name extends ProjectionName>(sources: readonly Source[], dataset: Dataset, setup: WorkerSetup, projection: Name, advance: (count: number) => void): Outcome<Name>[] {
  const review = sourceReviewer(dataset, setup.own, setup.workspace, detailOf(projection));
  return sources.map((source) => {
    const outcome = review(source);
    advance(1);
    return outcome && 'reason' in outcome ? outcome : outcome && { value: projections[projection](outcome.review, outcome.dataset), use: outcome.use, met: outcome.met };
  });
}

/** A table row shows documents as wholes; everything else needs places. */
export function detailOf(projection: ProjectionName): Detail {
  return projection === 'row' ? 'summary' : 'full';
}

/** A review with the dataset and the workspace's own data that went into it. */
export interface SourceReview {
  readonly review: Review;
  readonly dataset: Dataset;
  readonly use: IgnoreUse | undefined;
  readonly met: MetFindings | undefined;
}

/** Reviews one source; undefined for a file that is passed over. */
export function sourceReviewer(dataset: Dataset, own: DatasetSource | undefined, options: WorkspaceOptions, detail: Detail = 'full'): (source: Source) => SourceReview | Unreadable | undefined {
  const entitiesFor = entityFinder();
  const workspaceOf = workspaceFinder(dataset, own, options.file);
  const documents = new Set(options.documents);
  return (source) => {
    const read = readSource(source);
    if ('reason' in read) {
      return read;
    }
    if (!('text' in read)) {
      return undefined;
    }
    const entities = entitiesFor(source.file);
    const workspace = workspaceOf(source);
    const used = workspace?.dataset ?? dataset;
    const review = reviewXep(source.path, read.text, used, entities ? { entities, detail } : { detail });
    const { review: decided, use } = workspace ? applyWorkspace(review, workspace, { today: options.today, documents }) : { review, use: undefined };
    if (options.known === undefined) {
      return { review: decided, use, met: undefined, dataset: used };
    }
    const { review: shown, level, met } = applyBaseline(decided, options.known, options.today, documents);
    return { review: shown, use, met: { document: documentName(shown), title: shown.title, level, met }, dataset: used };
  };
}

/** Hands out chunks to threads as they finish, so that one slow document holds up nobody. */
function inThreads<Name extends ProjectionName>(sources: readonly Source[], jobs: number, setup: WorkerSetup, advance: (count: number) => void): Promise<Outcome<Name>[]> {
  const chunk = Math.max(1, Math.min(32, Math.ceil(sources.length / (jobs * 6))));
  const outcomes: Outcome<Name>[] = new Array<Outcome<Name>>(sources.length);
  let next = 0;
  const workers: Worker[] = [];
  const run = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
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
