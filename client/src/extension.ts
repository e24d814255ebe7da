// SPDX-License-Identifier: MIT
import { commands, window, type ExtensionContext } from 'vscode';
import type { ReviewSummary } from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands/register.ts';
import { connect, type Connection, type CreateClient } from './connection.ts';
import { decorateEditors } from './decorations.ts';
import { onFirstXep } from './documents.ts';
import { followFiles } from './fileEvents.ts';
import { contextKeys } from './names.ts';
import { reviewStore, type ReviewStore } from './reviews.ts';
import { showLevel } from './statusBar.ts';
import { createRelevanceView } from './tree/relevanceView.ts';
import type { RelevanceTree } from './tree/relevanceTree.ts';

/** What the extension exports, for other extensions and for tests. */
export interface ClientApi {
  /** What is known of the documents reviewed so far. */
  readonly reviews: () => readonly ReviewSummary[];
  readonly onDidReview: (listener: () => void) => { dispose(): void };
  /** The tree as it is shown. */
  readonly tree: RelevanceTree;
}

/** Sets everything up; the server starts when a XEP is open or a command needs it. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): ClientApi {
  const store = reviewStore();
  let workspaceReviewed = false;
  const connection: Connection = connect(createClient, {
    reviewed: store.update,
    restarted: () => {
      if (workspaceReviewed) {
        void commands.executeCommand('xepGdpr.reviewWorkspace');
      }
    },
  });
  const view = createRelevanceView(store, context);
  context.subscriptions.push(
    connection, view, showLevel(store), decorateEditors(store), followFiles(store), followActive(store),
    ...registerCommands({ store, connection, view, onWorkspaceReviewed: () => { workspaceReviewed = true; } }),
    onFirstXep(() => { connection.client().catch((error: unknown) => { connection.output.error(String(error)); }); }),
  );
  return { reviews: store.all, onDidReview: store.onChange, tree: view.tree };
}

/** Tells menus whether the active document was reviewed. */
function followActive(store: ReviewStore): { dispose(): void } {
  const tell = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    void commands.executeCommand('setContext', contextKeys.activeReviewed, uri !== undefined && store.get(uri) !== undefined);
  };
  tell();
  const listeners = [store.onChange(tell), window.onDidChangeActiveTextEditor(tell)];
  return { dispose: () => { listeners.forEach((listener) => { listener.dispose(); }); } };
}
