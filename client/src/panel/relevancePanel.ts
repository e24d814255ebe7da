// SPDX-License-Identifier: MIT
import { Uri, ViewColumn, commands, l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { ToEditor, ToPage } from '../../panel/messages.ts';
import type { PanelView } from '../../panel/view.ts';
import { panelCarriersRequest, type PanelCarriersParams, type PanelCarriersResult } from '../../../server/src/lsp/protocol.ts';
import { isLostAnswer, type Connection } from '../connection.ts';
import { editorRange } from '../editorRange.ts';
import { commandId, panelType } from '../names.ts';
import type { ReviewStore } from '../reviews.ts';
import { panelFeed, type PanelFeed } from './panelFeed.ts';
import { panelFiles, panelPage } from './panelPage.ts';

/** The relevance panel: one at most, which comes back with the window. */
export interface RelevancePanel extends Disposable {
  /** Shows the panel, with its view changed where somebody wants that. */
  readonly open: (change?: Partial<PanelView>) => void;
  readonly isOpen: () => boolean;
  /** How many documents the page has in sight, of how many; undefined while there is no page. */
  readonly shown: () => Shown | undefined;
  readonly onDidShow: (listener: () => void) => Disposable;
  /** Takes in a message as if the page had sent it. */
  readonly receive: (message: ToEditor) => Promise<void>;
}

export interface Shown {
  readonly documents: number;
  readonly of: number;
}

/** Milliseconds in which reviews are put together before the page hears of them. */
const batchTime = 150;

export function createRelevancePanel(store: ReviewStore, connection: Connection, extension: Uri): RelevancePanel {
  let panel: WebviewPanel | undefined;
  let feed: PanelFeed | undefined;
  let shown: Shown | undefined;
  /** Whether the page is there and takes messages. */
  let live = false;
  /** A change of the view for a page that is not there yet. */
  let wanted: Partial<PanelView> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const post = (message: ToPage): void => { void panel?.webview.postMessage(message); };
  /** A server that went away is back before its reviews are, and these come to the feed again. */
  const attempt = async (work: Promise<void> | undefined): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!isLostAnswer(error)) {
        connection.output.error(`panel: ${String(error)}`);
      }
    }
  };
  const receive = async (message: ToEditor): Promise<void> => {
    switch (message.kind) {
      case 'ready':
        await attempt(feed?.begin());
        live = true;
        if (wanted) {
          post({ kind: 'view', change: wanted });
          wanted = undefined;
        }
        break;
      case 'carriers': await attempt(sendCarriers(connection, message.id, post)); break;
      case 'open': await openBeside(store, panel, message.id, message.carrier); break;
      case 'verdict': await commands.executeCommand(commandId('openVerdict'), { uri: message.id, carrierId: message.carrier }); break;
      case 'triage': await commands.executeCommand(commandId('triage'), { uri: message.id }); break;
      case 'review': await commands.executeCommand(commandId('reviewWorkspace')); break;
      case 'shown':
        shown = { documents: message.documents, of: message.of };
        listeners.forEach((listener) => { listener(); });
    }
  };
  const gone = (): void => {
    live = false;
    shown = undefined;
  };
  /** Takes over a panel that was just made, or came back with the window. */
  const adopt = (made: WebviewPanel): void => {
    panel?.dispose();
    gone();
    panel = made;
    feed = panelFeed({ store, request: connection.request, canonical: (uri) => Uri.parse(uri).toString(), texts: l10n.bundle ?? {}, post });
    made.iconPath = { light: Uri.joinPath(extension, 'client', 'media', 'relevance.svg'), dark: Uri.joinPath(extension, 'client', 'media', 'relevanceDark.svg') };
    made.webview.options = { enableScripts: true, localResourceRoots: [panelFiles(extension)] };
    made.webview.onDidReceiveMessage((message: ToEditor) => { void receive(message); });
    made.onDidChangeViewState(() => {
      if (!made.visible) {
        gone();
      }
    });
    made.onDidDispose(() => {
      if (panel === made) {
        panel = undefined;
        feed = undefined;
        gone();
      }
    });
    made.webview.html = panelPage(made.webview, extension);
  };
  const registered: Disposable[] = [
    window.registerWebviewPanelSerializer(panelType, { deserializeWebviewPanel: (made) => { adopt(made); return Promise.resolve(); } }),
    store.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        // A page that nobody sees does not exist; it asks anew when it does.
        if (panel?.visible === true) {
          void attempt(feed?.tell());
        }
      }, batchTime);
    }),
  ];
  return {
    receive,
    isOpen: () => panel !== undefined,
    shown: () => shown,
    onDidShow: (listener) => {
      listeners.add(listener);
      return { dispose: () => { listeners.delete(listener); } };
    },
    open: (change) => {
      if (live && change) {
        post({ kind: 'view', change });
      } else {
        wanted = change;
      }
      if (panel) {
        panel.reveal();
      } else {
        adopt(window.createWebviewPanel(panelType, l10n.t('XEP Relevance'), ViewColumn.Active, {}));
      }
    },
    dispose: () => {
      clearTimeout(timer);
      registered.forEach((one) => { one.dispose(); });
      panel?.dispose();
    },
  };
}

async function sendCarriers(connection: Connection, id: string, post: (message: ToPage) => void): Promise<void> {
  const { carriers } = await connection.request<PanelCarriersResult>(panelCarriersRequest, { uri: id } satisfies PanelCarriersParams);
  post({ kind: 'carriers', id, carriers });
}

/** The source stands beside the panel, so that one can go on from row to row. */
async function openBeside(store: ReviewStore, panel: WebviewPanel | undefined, uri: string, carrierId: string | undefined): Promise<void> {
  const review = store.get(uri);
  // The page may have documents opened that were reviewed, and nothing else.
  if (!review) {
    return;
  }
  const range = review.carriers.find(({ id }) => id === carrierId)?.ranges[0];
  const viewColumn = panel?.viewColumn === undefined || panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  await window.showTextDocument(Uri.parse(uri), { viewColumn, preview: true, ...(range && { selection: editorRange(range) }) });
}
