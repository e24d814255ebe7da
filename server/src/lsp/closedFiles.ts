// SPDX-License-Identifier: MIT
import { turn, type ServerContext } from './context.ts';
import { isSource, type WorkspaceReviewer } from './reviewWorkspace.ts';
import { uriKey } from './uris.ts';
import { isAmong } from './workspaceFiles.ts';

/** Keeps up the findings of files that no editor has open; those of open ones are left alone. */
export interface ClosedFiles {
  /** Reviews sources that came or changed, once somebody has asked for a review of the workspace. */
  follow(uris: readonly string[]): Promise<void>;
  /** Forgets files, and all that lies in folders, that are gone. */
  remove(uris: readonly string[]): void;
}

export function closedFiles({ connection, documents, files, reviews, store }: ServerContext, reviewer: WorkspaceReviewer): ClosedFiles {
  const changed = new Set<string>();
  let following = false;

  const isOpen = (uri: string): boolean => documents.keys().some((open) => uriKey(open) === uriKey(uri));
  const reviewFile = async (uri: string): Promise<void> => {
    if (isOpen(uri)) {
      return;
    }
    // Of a file outside the workspace, or of one that was in a folder of it until now, nothing is kept.
    const text = files.holds(uri) ? await files.read(uri) : null;
    const findings = text === null ? undefined : (await reviews.ofText(uri, text))?.findings;
    if (isOpen(uri)) {
      return;
    }
    if (findings && files.holds(uri)) {
      store.put(findings);
    } else {
      store.remove(uri);
    }
  };
  return {
    async follow(uris) {
      uris.filter((uri) => isSource(uri) && reviewer.hasRun()).forEach((uri) => changed.add(uri));
      if (following) {
        return;
      }
      following = true;
      try {
        // A review under way may have read a file before it changed.
        await reviewer.settled();
        // One at a time, so that no older text can come after a newer one, and many changes of one file are one.
        for (const uri of changed) {
          changed.delete(uri);
          await reviewFile(uri);
          await turn();
        }
      } finally {
        following = false;
      }
    },
    remove(uris) {
      const gone = uris.map(uriKey);
      const lost = [...store.all()].map(({ uri }) => uri).filter((uri) => isAmong(uriKey(uri), gone) && !isOpen(uri));
      for (const uri of lost) {
        store.remove(uri);
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
      store.flush();
    },
  };
}
