// SPDX-License-Identifier: MIT
import type { Texts, ToPage } from '../../panel/messages.ts';
import { panelRequest, type PanelParams, type PanelResult, type ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import type { ReviewStore } from '../reviews.ts';

export interface PanelFeed {
  /** The page was made anew and knows nothing. */
  readonly begin: () => Promise<void>;
  /** Tells the page what changed since it was last told. */
  readonly tell: () => Promise<void>;
}

export interface FeedSource {
  readonly store: Pick<ReviewStore, 'all' | 'get'>;
  readonly request: <Result>(method: string, params: object) => Promise<Result>;
  /** A URI as the store writes it. */
  readonly canonical: (uri: string) => string;
  /** Of the page, in the editor's language. */
  readonly texts: Texts;
  readonly post: (message: ToPage) => void;
}

/** Keeps one page up to date with the store: what changed is asked of the server, one request at a time. */
export function panelFeed({ store, request, canonical, texts, post }: FeedSource): PanelFeed {
  /** What the page has been told of, by URI. */
  let told = new Map<string, ReviewSummary>();
  let headTold = false;
  /** Counts pages: an answer that was asked for an older one is not for the next. */
  let page = 0;
  let telling: Promise<void> | undefined;
  let again = false;

  const tellOnce = async (): Promise<void> => {
    const asked = page;
    const changed = store.all().filter((review) => told.get(review.uri) !== review);
    const removed = [...told.keys()].filter((uri) => store.get(uri) === undefined);
    if (headTold && changed.length === 0 && removed.length === 0) {
      return;
    }
    const { head, documents } = await request<PanelResult>(panelRequest, { uris: changed.map(({ uri }) => uri) } satisfies PanelParams);
    if (asked !== page) {
      return;
    }
    if (!headTold) {
      post({ kind: 'head', head, texts });
      headTold = true;
    }
    changed.forEach((review) => told.set(review.uri, review));
    removed.forEach((uri) => told.delete(uri));
    post({ kind: 'documents', changed: documents.map((document) => ({ ...document, id: canonical(document.id) })), removed });
  };
  const tell = async (): Promise<void> => {
    if (telling) {
      again = true;
      return telling;
    }
    telling = (async () => {
      do {
        again = false;
        await tellOnce();
      } while (again);
    })();
    try {
      await telling;
    } finally {
      telling = undefined;
    }
  };
  return {
    tell,
    begin: () => {
      told = new Map();
      headTold = false;
      page++;
      return tell();
    },
  };
}
