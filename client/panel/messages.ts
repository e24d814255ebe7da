// SPDX-License-Identifier: MIT
// What the page in the editor and the extension say to each other: types only, so that both can use them.
import type { PanelCarrier, PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import type { PanelView } from './view.ts';

/** Texts of the page in the editor's language, by the English ones; none where that is English. */
export type Texts = Readonly<Record<string, string>>;

export type ToPage =
  /** Comes first, and again where the page was made anew. */
  | { readonly kind: 'head'; readonly head: PanelHead; readonly texts: Texts }
  /** Documents by id: new ones replace older ones. */
  | { readonly kind: 'documents'; readonly changed: readonly PanelDocument[]; readonly removed: readonly string[] }
  /** The answer to `carriers`. */
  | { readonly kind: 'carriers'; readonly id: string; readonly carriers: readonly PanelCarrier[] }
  /** Somebody outside wants the view changed. */
  | { readonly kind: 'view'; readonly change: Partial<PanelView> };

export type ToEditor =
  | { readonly kind: 'ready' }
  | { readonly kind: 'carriers'; readonly id: string }
  /** Open the source, at a carrier or at its beginning. */
  | { readonly kind: 'open'; readonly id: string; readonly carrier?: string }
  /** Open the section that the verdict on a carrier rests on. */
  | { readonly kind: 'verdict'; readonly id: string; readonly carrier: string }
  | { readonly kind: 'triage'; readonly id: string }
  | { readonly kind: 'review' }
  /** What is in sight now. */
  | { readonly kind: 'shown'; readonly documents: number; readonly of: number };
