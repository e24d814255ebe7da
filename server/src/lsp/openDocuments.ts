// SPDX-License-Identifier: MIT
import { TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { placesIn, type Encoding, type Places } from './convert.ts';
import { nameOf } from './uris.ts';

/** One version of a document that is open in the editor. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly places: Places;
}

/** Keeps the open documents; every change makes a new record, so that a record stands for one version. */
export function openDocuments(encoding: Encoding): TextDocuments<OpenDocument> {
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => openDocument(uri, languageId, version, text, encoding),
    update(document, changes, version) {
      let { text, places } = document;
      for (const change of changes) {
        if (TextDocumentContentChangeEvent.isIncremental(change)) {
          // Joined, the text is one piece of memory; added up it would stay a tree of pieces, slower to read.
          text = [text.slice(0, places.offset(change.range.start)), change.text, text.slice(places.offset(change.range.end))].join('');
        } else {
          text = change.text;
        }
        places = placesIn(text, encoding);
      }
      return { ...document, text, places, version };
    },
  });
}

function openDocument(uri: string, languageId: string, version: number, text: string, encoding: Encoding): OpenDocument {
  return { uri, languageId, version, text, places: placesIn(text, encoding) };
}

/** The left side of a comparison and the like: not the reader's own document, so nothing is reported there. */
const readOnlySchemes = /^(?:git|gitfs|review|vscode-scm|conflictResolution|output|vscode-local-history):/;

/** Whether a document may be a XEP source, by what the editor calls it; its root decides in the end. */
export function mayBeXep({ uri, languageId, text }: OpenDocument): boolean {
  return (languageId === 'xml' || /\.xml$/i.test(nameOf(uri))) && !readOnlySchemes.test(uri) && /<xep[\s>]/.test(text);
}
