// SPDX-License-Identifier: MIT
import type { PanelCarrier, PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import type { Texts } from './messages.ts';
import type { PanelView } from './view.ts';

/** What the page is told by the one who shows it. */
export interface HostEvents {
  /** Comes first; `texts` are those of the page in another language than English. */
  readonly head: (head: PanelHead, texts: Texts) => void;
  readonly documents: (changed: readonly PanelDocument[], removed: readonly string[]) => void;
  readonly view: (change: Partial<PanelView>) => void;
}

/** Who shows the page: an editor, or a browser that has a report open. */
export interface Host {
  /** The view as it was left. */
  readonly kept: () => PanelView;
  readonly keep: (view: PanelView) => void;
  readonly start: (events: HostEvents) => void;
  readonly carriersOf: (id: string) => Promise<readonly PanelCarrier[]>;
  readonly shown: (documents: number, of: number) => void;
  /** What only an editor can do; a report has links to the published pages instead. */
  readonly editor: EditorActions | null;
}

export interface EditorActions {
  /** Opens the source, at a carrier or at its beginning. */
  readonly open: (id: string, carrier?: string) => void;
  readonly verdict: (id: string, carrier: string) => void;
  readonly triage: (id: string) => void;
  readonly review: () => void;
}
