// SPDX-License-Identifier: MIT
import { config } from '@vscode/l10n';
import { commands, l10n, window, workspace, type ExtensionContext } from 'vscode';
import type { ReviewSummary } from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands/register.ts';
import { connect, type Connection, type CreateClient } from './connection.ts';
import { decorateEditors } from './decorations.ts';
import { onFirstXep } from './documents.ts';
import { followFiles } from './fileEvents.ts';
import { commandId, contextKeys } from './names.ts';
import { createRelevancePanel, type RelevancePanel } from './panel/relevancePanel.ts';
import { reviewStore, type ReviewStore } from './reviews.ts';
import { showLevel } from './statusBar.ts';
import { createRelevanceView, type Heading } from './tree/relevanceView.ts';
import type { RelevanceTree } from './tree/relevanceTree.ts';

/** What the extension exports, for other extensions and for tests. */
export interface ClientApi {
  /** What is known of the documents reviewed so far. */
  readonly reviews: () => readonly ReviewSummary[];
  readonly onDidReview: (listener: () => void) => { dispose(): void };
  /** The tree as it is shown. */
  readonly tree: RelevanceTree;
  readonly heading: () => Heading;
  readonly panel: RelevancePanel;
}

/** Sets everything up; the server starts when a XEP is open or a command needs it. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): ClientApi {
  config({ contents: l10n.bundle ?? {} });
  const store = reviewStore();
  let workspaceWanted = false;
  const connection: Connection = connect(createClient, {
    reviewed: store.update,
    restarted: () => { void comeBack(store, workspaceWanted); },
  });
  const view = createRelevanceView(store, context);
  const panel = createRelevancePanel(store, connection, context.extensionUri);
  context.subscriptions.push(
    connection, view, panel, showLevel(store), decorateEditors(store), followFiles(store), followActive(store),
    ...registerCommands({ store, connection, view, panel, onWorkspaceWanted: () => { workspaceWanted = true; } }),
    onFirstXep(() => { connection.client().catch((error: unknown) => { connection.output.error(String(error)); }); }),
  );
  return { reviews: store.all, onDidReview: store.onChange, tree: view.tree, heading: view.heading, panel };
}

/** A new server reports open documents by itself, and closed ones when the workspace is reviewed again. What it does not report is no more. */
async function comeBack(store: ReviewStore, workspaceWanted: boolean): Promise<void> {
  const forgetOld = store.startAnew();
  const done = !workspaceWanted || await commands.executeCommand<boolean>(commandId('reviewWorkspace'), { quiet: true });
  if (done) {
    forgetOld((uri) => workspace.textDocuments.some((document) => document.uri.toString() === uri));
  }
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
