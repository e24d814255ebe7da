// SPDX-License-Identifier: MIT
import type { PanelCarrier } from '../../server/src/report/index.ts';
import type { Host } from './host.ts';
import type { ToEditor, ToPage } from './messages.ts';
import { readView, type PanelView } from './view.ts';

/** What VS Code gives to the page of a webview, once. */
export interface EditorApi {
  readonly postMessage: (message: ToEditor) => void;
  readonly getState: () => unknown;
  readonly setState: (view: PanelView) => void;
}

/** The page in a panel of the editor: the extension tells it what there is, and opens what it asks for. */
export function editorHost({ postMessage, getState, setState }: EditorApi): Host {
  const waiting = new Map<string, ((carriers: readonly PanelCarrier[]) => void)[]>();
  return {
    kept: () => readView(getState()),
    keep: setState,
    start: ({ head, documents, view }) => {
      window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
        switch (data.kind) {
          case 'head': head(data.head, data.texts); break;
          case 'documents': documents(data.changed, data.removed); break;
          case 'view': view(data.change); break;
          case 'carriers': {
            const readers = waiting.get(data.id) ?? [];
            waiting.delete(data.id);
            readers.forEach((read) => { read(data.carriers); });
          }
        }
      });
      postMessage({ kind: 'ready' });
    },
    carriersOf: (id) => new Promise((resolve) => {
      waiting.set(id, [...waiting.get(id) ?? [], resolve]);
      postMessage({ kind: 'carriers', id });
    }),
    shown: (documents, of) => { postMessage({ kind: 'shown', documents, of }); },
    editor: {
      open: (id, carrier) => { postMessage({ kind: 'open', id, ...(carrier !== undefined && { carrier }) }); },
      verdict: (id, carrier) => { postMessage({ kind: 'verdict', id, carrier }); },
      triage: (id) => { postMessage({ kind: 'triage', id }); },
      review: () => { postMessage({ kind: 'review' }); },
    },
  };
}
