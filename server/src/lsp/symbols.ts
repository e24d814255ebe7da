// SPDX-License-Identifier: MIT
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { oneLine } from '../report/index.ts';
import type { XepSection } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import { answer, type Feature } from './context.ts';
import type { Reviewed } from './reviews.ts';

interface Growing extends DocumentSymbol {
  readonly children: DocumentSymbol[];
}

/** The outline of a XEP: header, sections as they are nested, examples by their captions. */
export const symbols: Feature = (context) => {
  context.connection.onDocumentSymbol(({ textDocument }) => answer(context, textDocument.uri, (reviewed): DocumentSymbol[] | SymbolInformation[] => {
    const outline = outlineOf(reviewed);
    return context.client.nestedSymbols ? outline : flatten(outline, textDocument.uri);
  }));
};

function outlineOf({ document, places }: Reviewed): DocumentSymbol[] {
  const { header, sections, blocks } = document;
  const symbol = (name: string, kind: SymbolKind, { start, end }: Span, selection: Span): Growing => (
    { name: oneLine(name).replace(/ +/g, ' ').trim() || '(unnamed)', kind, range: places.range(start, end), selectionRange: places.range(selection.start, Math.min(selection.end, end)), children: [] }
  );
  const top: DocumentSymbol[] = [];
  if (header.span.end > header.span.start) {
    top.push({ ...symbol('Header', SymbolKind.Package, header.span, { start: header.span.start + 1, end: header.span.start + 7 }), detail: oneLine(header.title) });
  }
  const nodes = new Map<XepSection, Growing>();
  for (const section of sections) {
    const { element } = section;
    const node = symbol(section.topic, SymbolKind.Namespace, element, { start: element.start, end: element.openEnd });
    nodes.set(section, node);
    (section.parent ? nodes.get(section.parent)?.children ?? top : top).push(node);
  }
  for (const { element, caption } of blocks) {
    if (caption !== '') {
      const section = sections.findLast((one) => element.start > one.element.start && element.end <= one.element.end);
      ((section && nodes.get(section)?.children) ?? top).push(symbol(caption, SymbolKind.String, element, { start: element.start, end: element.openEnd }));
    }
  }
  for (const node of nodes.values()) {
    node.children.sort((one, other) => one.range.start.line - other.range.start.line);
  }
  return top;
}

function flatten(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    containerName === undefined ? { name, kind, location: { uri, range } } : { name, kind, location: { uri, range }, containerName },
    ...flatten(children ?? [], uri, name),
  ]);
}
