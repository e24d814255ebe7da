// SPDX-License-Identifier: MIT
import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { oneLine } from '../report/index.ts';
import type { Feature } from './context.ts';

const symbolLimit = 500;

/** Carriers of all reviewed documents, by name, category or namespace; stanza addressing is left out. */
export const workspaceSymbols: Feature = ({ connection, store }) => {
  connection.onWorkspaceSymbol(({ query }) => {
    const wanted = query.toLowerCase();
    const found: SymbolInformation[] = [];
    for (const { uri, summary } of store.all()) {
      for (const carrier of summary.carriers) {
        const [range] = carrier.ranges;
        if (range && !carrier.baseline && carrier.ignored === undefined && `${carrier.id} ${carrier.categoryLabel}`.toLowerCase().includes(wanted)) {
          found.push({ name: carrier.label, kind: SymbolKind.Field, containerName: `${oneLine(summary.name)}: ${carrier.categoryLabel}`, location: { uri, range } });
          if (found.length >= symbolLimit) {
            return found;
          }
        }
      }
    }
    return found;
  });
};
