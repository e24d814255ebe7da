// SPDX-License-Identifier: MIT
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { turn, type ServerContext } from './context.ts';
import { reviewWorkspaceRequest, type ReviewWorkspaceParams, type ReviewWorkspaceResult } from './protocol.ts';
import { currentFindings } from './publish.ts';
import { nameOf, uriKey } from './uris.ts';

/** Milliseconds of work between two looks at what else is to be done. */
const slice = 10;
/** Files that are read ahead, so that a slow file system and the review work at the same time. */
const readAhead = 16;
const batchSize = 50;

/** Files of xsf/xeps that look like XEPs and are none. */
const notXeps: ReadonlySet<string> = new Set(['xep-template.xml', 'xep-README.xml']);

export interface WorkspaceReviewer {
  /** Whether anybody asked for a review of the workspace: from then on findings of closed files are kept up. */
  hasRun(): boolean;
  /** Whether a review went through to the end: no document of the workspace is missing. */
  isComplete(): boolean;
  /** Resolves when no review is under way. */
  settled(): Promise<void>;
  /** Reviews all XEP sources. Open documents count as they are in the editor. `batch` is told what is done, some at a time. */
  run(token: CancellationToken, progress?: WorkDoneProgressReporter, batch?: (uris: readonly string[]) => void): Promise<ReviewWorkspaceResult>;
}

/** Registers `xepGdpr/reviewWorkspace` and gives what it does to others. `completed` is called after every review that went through. */
export function workspaceReviewer(context: ServerContext, completed: () => void): WorkspaceReviewer {
  const { connection, documents, files, reviews, spareMemory, store } = context;

  let hasRun = false;
  let complete = false;

  const underWay = new Set<Promise<unknown>>();

  const review: WorkspaceReviewer['run'] = async (token, progress, batch) => {
    hasRun = true;
    complete = false;
    const sources = (await files.list()).filter(isSource).sort();
    const unreadable: { uri: string; reason: string }[] = [];
    const done: string[] = [];
    const pending = new Map<string, Promise<string | null>>();
    const open = new Map(documents.keys().map((uri) => [uriKey(uri), uri]));
    const read = (uri: string | undefined): Promise<string | null> => {
      const text = uri === undefined || open.has(uriKey(uri)) ? Promise.resolve(null) : pending.get(uri) ?? files.read(uri);
      if (uri !== undefined) {
        pending.set(uri, text);
      }
      return text;
    };
    const gone = new Set([...store.all()].map(({ uri }) => uri).filter((uri) => !documents.get(uri)));
    let batched = 0;
    let since = performance.now();
    progress?.begin('Reviewing XEPs', 0, `${sources.length} files`, true);
    for (const [index, uri] of sources.entries()) {
      for (let ahead = index; ahead < index + readAhead; ahead++) {
        void read(sources[ahead]);
      }
      const openUri = open.get(uriKey(uri));
      const text = await read(uri);
      pending.delete(uri);
      if (token.isCancellationRequested) {
        break;
      }
      gone.delete(uri);
      if (openUri !== undefined && documents.get(openUri)) {
        if (await currentFindings(context, openUri)) {
          done.push(openUri);
        }
      } else if (text === null) {
        unreadable.push({ uri, reason: 'cannot be read as text' });
      } else {
        const findings = (await reviews.ofText(uri, text))?.findings;
        // A document that was opened meanwhile looks after itself, and one whose folder left meanwhile is none of ours.
        if (findings && !documents.get(uri) && files.holds(uri)) {
          store.put(findings);
          done.push(uri);
        } else if (!findings) {
          store.remove(uri);
        }
      }
      if (done.length - batched >= batchSize) {
        store.flush();
        batch?.(done.slice(batched));
        batched = done.length;
      }
      if (performance.now() - since > slice) {
        progress?.report(Math.floor((index + 1) / sources.length * 100), `${index + 1} of ${sources.length}`);
        await turn();
        since = performance.now();
      }
      if (token.isCancellationRequested) {
        break;
      }
    }
    const cancelled = token.isCancellationRequested;
    if (!cancelled) {
      gone.forEach((uri) => store.remove(uri));
      complete = true;
      completed();
    }
    store.flush();
    batch?.(done.slice(batched));
    progress?.done();
    return { reviewed: done.length, cancelled, unreadable };
  };

  const run: WorkspaceReviewer['run'] = async (...args) => {
    const pending = review(...args);
    underWay.add(pending);
    spareMemory(true);
    try {
      return await pending;
    } finally {
      underWay.delete(pending);
      // A newer review may have begun before this one heard of its end.
      spareMemory(underWay.size > 0);
    }
  };
  const settled = async (): Promise<void> => {
    while (underWay.size > 0) {
      await Promise.allSettled(underWay);
    }
  };

  connection.onRequest(reviewWorkspaceRequest, (params: ReviewWorkspaceParams | null, token: CancellationToken) =>
    run(token, params?.workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(params.workDoneToken)));
  return { hasRun: () => hasRun, isComplete: () => complete, settled, run };
}

/** Whether a file's name is one that a XEP source may have. */
export function isSource(uri: string): boolean {
  const name = nameOf(uri);
  return /\.xml$/i.test(name) && !notXeps.has(name);
}
