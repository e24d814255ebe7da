// SPDX-License-Identifier: MIT
import { parentPort, workerData } from 'node:worker_threads';
import type { DatasetSource } from '../dataset/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { projections, type Projected, type ProjectionName } from './projections.ts';
import { detailOf, sourceReviewer, type MetFindings } from './reviewFiles.ts';
import type { Source, Unreadable } from './sources.ts';
import type { IgnoreUse, WorkspaceOptions } from './workspace.ts';

/** What a thread is told when it starts. */
export interface WorkerSetup {
  readonly own: DatasetSource | undefined;
  readonly projection: ProjectionName;
  readonly workspace: WorkspaceOptions;
}

export interface WorkerJob {
  readonly from: number;
  readonly sources: readonly Source[];
}

export interface WorkerResult {
  readonly from: number;
  readonly outcomes: readonly ({ readonly value: Projected[ProjectionName]; readonly use: IgnoreUse | undefined; readonly met: MetFindings | undefined } | Unreadable | undefined)[];
}

/** Answers jobs until the main thread ends this one. */
export function serveWorker(): void {
  const { own, projection, workspace } = workerData as WorkerSetup;
  const dataset = bundledDataset(own);
  const review = sourceReviewer(dataset, own, workspace, detailOf(projection));
  parentPort?.on('message', (job: WorkerJob) => {
    const outcomes = job.sources.map((source) => {
      const outcome = review(source);
      return outcome && 'reason' in outcome ? outcome : outcome && { value: projections[projection](outcome.review, outcome.dataset), use: outcome.use, met: outcome.met };
    });
    parentPort?.postMessage({ from: job.from, outcomes } satisfies WorkerResult);
  });
}
