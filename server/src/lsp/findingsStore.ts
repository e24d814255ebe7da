// SPDX-License-Identifier: MIT
import type { Connection } from 'vscode-languageserver';
import type { Findings } from './findings.ts';
import { reviewedNotification, type ReviewedParams } from './protocol.ts';
import { uriKey } from './uris.ts';

/** The newest findings of every document that was reviewed, open or closed, and the client's knowledge of them. */
export interface FindingsStore {
  get(uri: string): Findings | undefined;
  all(): IterableIterator<Findings>;
  put(findings: Findings): void;
  remove(uri: string): void;
  /** URIs that had findings and have none any more: a client that polls has to hear of them, it does not always ask. */
  gone(): IterableIterator<string>;
  /** A name for this state of a document's diagnostics; no two states share one, across restarts too. */
  resultId(uri: string): string;
  /** Gives all states new names: what is shown of the same findings changed. */
  renew(): void;
  /** Tells the client at once what changed since the last time. */
  flush(): void;
}

/** Milliseconds in which changes are put together before the client is told: the tree need not follow every keystroke. */
const batchTime = 100;

export function findingsStore(connection: Connection, summaries: boolean): FindingsStore {
  const store = new Map<string, Findings>();
  const serials = new Map<string, number>();
  const gone = new Map<string, string>();
  /** What the client has not heard of yet: keys with the URIs as the client writes them. */
  const changed = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const started = Date.now().toString(36);
  let serial = 0;
  let epoch = 0;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (changed.size > 0) {
      const reviews = [...changed.keys()].flatMap((key) => store.get(key)?.summary ?? []);
      const removed = [...changed].filter(([key]) => !store.has(key)).map(([, uri]) => uri);
      changed.clear();
      void connection.sendNotification(reviewedNotification, { reviews, removed } satisfies ReviewedParams);
    }
  };
  const touch = (uri: string): void => {
    serials.set(uriKey(uri), ++serial);
    if (summaries) {
      changed.set(uriKey(uri), uri);
      timer ??= setTimeout(flush, batchTime);
    }
  };
  connection.onShutdown(() => clearTimeout(timer));
  return {
    flush,
    get: (uri) => store.get(uriKey(uri)),
    all: () => store.values(),
    gone: () => gone.values(),
    put(findings) {
      store.set(uriKey(findings.uri), findings);
      gone.delete(uriKey(findings.uri));
      touch(findings.uri);
    },
    remove(uri) {
      const known = store.get(uriKey(uri));
      if (known && store.delete(uriKey(uri))) {
        gone.set(uriKey(uri), known.uri);
        touch(known.uri);
      }
    },
    resultId: (uri) => `${started}.${epoch}.${serials.get(uriKey(uri)) ?? 0}`,
    renew() {
      epoch++;
    },
  };
}
