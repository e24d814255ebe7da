// SPDX-License-Identifier: MIT
import { DocumentHighlightKind } from 'vscode-languageserver';
import { answer, type Feature } from './context.ts';
import { carriersAtPosition, rangeOfPlace } from './cursor.ts';

/** With the cursor on a carrier, all its occurrences light up. */
export const highlights: Feature = (context) => {
  context.connection.onDocumentHighlight(({ textDocument, position }) => answer(context, textDocument.uri, (reviewed) => {
    const [closest] = carriersAtPosition(reviewed, position);
    return closest ? closest.carrier.occurrences.map((occurrence) => ({ range: rangeOfPlace(reviewed, occurrence), kind: DocumentHighlightKind.Read })) : null;
  }));
};
