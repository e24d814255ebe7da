// SPDX-License-Identifier: MIT
import { readXep } from '../xep/index.ts';
import { childElements, walkElements, type XmlElement } from '../xml/index.ts';

/** Why a table could not be found. */
export interface NoTable {
  readonly error: string;
}

/**
 * Puts rows into the relevance table of a XEP source: the table whose header reads "XEP | Relevance", in the section
 * "XEPs covered in this document" where there are several. Header row and everything outside the rows stay byte for byte.
 * Where a row stands that `mayGo` refuses, nothing is changed.
 */
export function updateTable(source: string, rows: readonly string[], mayGo: (row: string) => boolean = () => true): { readonly text: string } | NoTable {
  const document = readXep(source);
  if (!document.root) {
    return { error: 'is no XEP source: it has no <xep> element' };
  }
  const tables: XmlElement[] = [];
  walkElements(document.tree.nodes, (element) => {
    if (element.name === 'table' && isRelevanceTable(source, element)) {
      tables.push(element);
    }
    return true;
  });
  const covered = document.sections.find((section) => /^xeps covered\b/i.test(section.topic));
  const table = tables.find((one) => covered && one.start > covered.element.start && one.end <= covered.element.end) ?? (tables.length === 1 ? tables[0] : undefined);
  if (!table) {
    return { error: tables.length === 0 ? 'has no table with the header row "XEP | Relevance"' : 'has several tables "XEP | Relevance" and no section "XEPs covered in this document"' };
  }
  const [header, ...old] = childElements(table, 'tr');
  const endless = [header, ...old].find((row) => row?.closeStart === row?.end && row?.selfClosing !== true);
  if (endless) {
    // What stands behind it would be taken for a part of it.
    return { error: `has a row in its table "XEP | Relevance" that does not end: close the <tr> of line ${source.slice(0, endless.start).split(/\r\n?|\n/).length}` };
  }
  if (!old.every(({ start, end }) => mayGo(source.slice(start, end)))) {
    return { error: 'holds rows that were written by hand and was left alone' };
  }
  const from = header?.end ?? table.openEnd;
  const to = old.at(-1)?.end ?? from;
  const line = source.slice(source.lastIndexOf('\n', (header?.start ?? table.start) - 1) + 1, header?.start ?? table.start);
  const indent = line.slice(line.trimEnd().length);
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  return { text: source.slice(0, from) + rows.map((row) => newline + indent + row).join('') + source.slice(to) };
}

function isRelevanceTable(source: string, table: XmlElement): boolean {
  const header = childElements(table, 'tr')[0];
  const cells = header ? childElements(header, 'th').map((cell) => source.slice(cell.openEnd, cell.closeStart).trim().toLowerCase()) : [];
  return cells.length === 2 && cells[0] === 'xep' && cells[1] === 'relevance';
}
