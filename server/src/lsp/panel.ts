// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { panelHead } from '../report/index.ts';
import type { Feature } from './context.ts';
import { panelCarriersRequest, panelRequest, type PanelCarriersParams, type PanelCarriersResult, type PanelParams, type PanelResult } from './protocol.ts';

/** What the relevance panel shows: the documents that it asks for, and the carriers of one that is opened in it. */
export const panel: Feature = ({ connection, store, surroundings }) => {
  connection.onRequest(panelRequest, ({ uris }: PanelParams): PanelResult => ({
    head: panelHead(surroundings.dataset(), version),
    documents: uris.flatMap((uri) => store.get(uri)?.panel.document ?? []),
  }));
  connection.onRequest(panelCarriersRequest, ({ uri }: PanelCarriersParams): PanelCarriersResult => ({ carriers: store.get(uri)?.panel.carriers ?? [] }));
};
