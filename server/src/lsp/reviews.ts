// SPDX-License-Identifier: MIT
import type { TextDocuments } from 'vscode-languageserver';
import type { Dataset } from '../dataset/index.ts';
import { reviewDocument, type Review } from '../review/index.ts';
import { fragmentCache, passingFragments, readXep, type FragmentCache, type XepDocument } from '../xep/index.ts';
import { placesIn, type Encoding, type Places } from './convert.ts';
import { findingsOf, type Findings } from './findings.ts';
import { mayBeXep, type OpenDocument } from './openDocuments.ts';
import { withOwnData } from './ownData.ts';
import type { Surroundings, SurroundingsFinder } from './surroundings.ts';
import { pathOf } from './uris.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';

/** A document as read and reviewed, with all that features ask of it. */
export interface Reviewed {
  readonly uri: string;
  /** The editor's version; null for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
  readonly places: Places;
  readonly document: XepDocument;
  readonly review: Review;
  readonly dataset: Dataset;
  /** Made when first asked for. */
  readonly findings: Findings;
}

export interface Reviews {
  /** The review of an open document's newest version, made once per version; undefined where it is no XEP source. */
  current(uri: string): Promise<Reviewed | undefined>;
  /** The same without waiting, as far as it was made. */
  known(uri: string): Reviewed | undefined;
  /** Reviews a text that is not open. Nothing of it is kept. */
  ofText(uri: string, text: string): Promise<Reviewed | undefined>;
  /** The open document, else the file. */
  anywhere(uri: string): Promise<Reviewed | undefined>;
  /** Makes all reviews out of date: entities, dataset or ignores changed. */
  forget(): void;
}

/** Pieces of an open document that are kept; the XEP with the most has some 700, and old versions of pieces wait among them to go. */
const fragmentLimit = 3000;

export function reviews(documents: TextDocuments<OpenDocument>, files: WorkspaceFiles, surroundings: SurroundingsFinder, encoding: Encoding): Reviews {
  /** What the versions of an open document have in common. */
  const fragments = new Map<string, FragmentCache>();
  documents.onDidClose(({ document }) => fragments.delete(document.uri));
  const fragmentsOf = (uri: string): FragmentCache => {
    const known = fragments.get(uri) ?? fragmentCache(fragmentLimit);
    fragments.set(uri, known);
    return known;
  };
  let made = new WeakMap<OpenDocument, Reviewed>();
  const review = (uri: string, version: number | null, text: string, places: Places, around: Surroundings, examples: FragmentCache): Reviewed | undefined => {
    const document = around.entities ? readXep(text, around.entities) : readXep(text);
    if (!document.root) {
      return undefined;
    }
    const raw = reviewDocument(pathOf(uri, files.folders()), document, around.dataset, examples, 'full', places.lines);
    return new MadeReview({ uri, version, text, places, document, dataset: around.dataset, review: withOwnData(raw, around.own) });
  };
  return {
    async current(uri) {
      for (;;) {
        const open = documents.get(uri);
        if (!open || !mayBeXep(open)) {
          return undefined;
        }
        const known = made.get(open);
        if (known) {
          return known;
        }
        const before = made;
        const around = await surroundings.of(uri);
        // The document, or what surrounds it, may have changed meanwhile: only the newest is worth reviewing.
        if (documents.get(uri) === open && made === before && !made.has(open)) {
          const reviewed = review(uri, open.version, open.text, open.places, around, fragmentsOf(uri));
          if (!reviewed) {
            return undefined;
          }
          made.set(open, reviewed);
        }
      }
    },
    known(uri) {
      const open = documents.get(uri);
      return open && made.get(open);
    },
    async ofText(uri, text) {
      return /<xep[\s>]/.test(text) ? review(uri, null, text, placesIn(text, encoding), await surroundings.of(uri), passingFragments()) : undefined;
    },
    async anywhere(uri) {
      if (documents.get(uri)) {
        return this.current(uri);
      }
      const text = await files.read(uri);
      return text === null ? undefined : this.ofText(uri, text);
    },
    forget() {
      made = new WeakMap();
    },
  };
}

/** A class, as an accessor in an object literal would keep each version of a document in memory until a whole collection of garbage. */
class MadeReview implements Reviewed {
  readonly uri: string;
  readonly version: number | null;
  readonly text: string;
  readonly places: Places;
  readonly document: XepDocument;
  readonly review: Review;
  readonly dataset: Dataset;
  #findings: Findings | undefined = undefined;

  constructor(made: Omit<Reviewed, 'findings'>) {
    this.uri = made.uri;
    this.version = made.version;
    this.text = made.text;
    this.places = made.places;
    this.document = made.document;
    this.review = made.review;
    this.dataset = made.dataset;
  }

  get findings(): Findings {
    return (this.#findings ??= findingsOf(this));
  }
}
