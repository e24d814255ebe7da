// SPDX-License-Identifier: MIT
import { childElements, decodeReferences, walkElements, type EntityTable, type Span, type XmlElement } from '../xml/index.ts';
import type { XepDocument } from './document.ts';
import type { Derivation, FragmentCache } from './fragment.ts';

/** A row of a prose table, or an entry of a definition list, whose first cell names an element, attribute or form field. */
export interface FieldRow {
  readonly name: string;
  /** Where the name stands in the source. */
  readonly span: Span;
  /** Heading of the first column, lower case; `dt` for a definition list. */
  readonly heading: string;
  readonly description: string;
  /** Where the row's table, or the definition, starts: rows of one table have this in common. */
  readonly table: number;
}

type RowHere = Omit<FieldRow, 'table'>;

/** So much of a definition is read, several times what authors write: definitions that never end would each hold all that follow. */
const definitionLimit = 10_000;

/** A name with brackets, slash and quotes around it. No two runs of spaces touch, so that no cell is looked at over and over. */
const namePattern = /^\s*(?:['"]\s*)?(?:&lt;\s*)?(?:\/\s*)?([A-Za-z_{][\w.#:{}/-]{0,80}?)\s*(?:\/\s*)?(?:(?:>|&gt;)\s*)?(?:['"]\s*)?$/d;

/** Field tables of the prose. The first cell must be a single name, with or without angle brackets. Tables that did not change are not read again. */
export function readFieldRows({ text, tree, entities, prolog, entityFile }: XepDocument, fragments: FragmentCache): FieldRow[] {
  const rows: FieldRow[] = [];
  const derivation = fragments.unchanged<Derivation<readonly RowHere[]>>('field rows', [text.slice(prolog.start, prolog.end), entityFile], () => ({ slot: 'field rows' }));
  walkElements(tree.nodes, (element) => {
    const { name, start } = element;
    if (name === 'table' || name === 'di') {
      const end = name === 'table' ? element.end : Math.min(element.end, start + definitionLimit);
      for (const { span, ...row } of fragments.derive(text.slice(start, end), derivation, () => rowsIn(text, element, end, entities))) {
        rows.push({ ...row, span: { start: start + span.start, end: start + span.end }, table: start });
      }
    }
    return name !== 'table' && name !== 'header' && name !== 'example' && name !== 'code';
  });
  return rows;
}

/** Rows of one table, or the one of one definition, read up to `end`; spans count from where it starts. */
function rowsIn(source: string, element: XmlElement, end: number, entities: EntityTable): RowHere[] {
  const rows: RowHere[] = [];
  if (element.name === 'table') {
    readTable(source, element, entities, rows);
  } else {
    const term = childElements(element, 'dt')[0];
    addRow(source, term && term.end <= end ? term : undefined, 'dt', textOf(source, childElements(element, 'dd')[0], entities, end), rows);
  }
  return rows.map(({ span, ...row }) => ({ ...row, span: { start: span.start - element.start, end: span.end - element.start } }));
}

function readTable(source: string, table: XmlElement, entities: EntityTable, rows: RowHere[]): void {
  let heading = '';
  for (const row of childElements(table, 'tr')) {
    const head = childElements(row, 'th')[0];
    const cells = childElements(row, 'td');
    if (head && cells.length === 0) {
      heading = textOf(source, head, entities).toLowerCase();
    } else if (cells.length > 1) {
      addRow(source, cells[0], heading, cells.slice(1).map((cell) => textOf(source, cell, entities)).join(' — '), rows);
    }
  }
}

function addRow(source: string, cell: XmlElement | undefined, heading: string, description: string, rows: RowHere[]): void {
  if (!cell || cell.end - cell.start > 400) {
    return;
  }
  // The name is the cell's text; tags around it (<tt>, <strong>) are looked through.
  const bare = source.slice(cell.openEnd, cell.closeStart).replace(/<\/?[a-z]+[^<>]*>/g, (tag) => ' '.repeat(tag.length));
  const found = namePattern.exec(bare);
  const at = found?.indices?.[1];
  if (found?.[1] !== undefined && at) {
    rows.push({ name: found[1], span: { start: cell.openEnd + at[0], end: cell.openEnd + at[1] }, heading, description });
  }
}

function textOf(source: string, element: XmlElement | undefined, entities: EntityTable, end = Number.POSITIVE_INFINITY): string {
  if (!element) {
    return '';
  }
  return decodeReferences(source.slice(element.openEnd, Math.min(element.closeStart, end)).replace(/<[^<>]*>/g, ' '), entities).replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim();
}
