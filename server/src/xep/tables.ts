// SPDX-License-Identifier: MIT
import { childElements, walkElements, type Span, type XmlElement } from '../xml/index.ts';
import type { XepDocument } from './document.ts';
import type { Derivation, FragmentCache } from './fragment.ts';

/** A row of a prose table, or an entry of a definition list, whose first cell names an element, attribute or form field. */
export interface FieldRow {
  readonly name: string;
  /** Where the name stands in the source. */
  readonly span: Span;
  /** Where the row's table, or the definition, starts: rows of one table have this in common. */
  readonly table: number;
}

type RowHere = Omit<FieldRow, 'table'>;

/** So much of a definition is read, several times what authors write: definitions that never end would each hold all that follow. */
const definitionLimit = 10_000;

/** A name with brackets, slash and quotes around it. No two runs of spaces touch, so that no cell is looked at over and over. */
const namePattern = /^\s*(?:['"]\s*)?(?:&lt;\s*)?(?:\/\s*)?([A-Za-z_{][\w.#:{}/-]{0,80}?)\s*(?:\/\s*)?(?:(?:>|&gt;)\s*)?(?:['"]\s*)?$/d;

/** Longest first cell that is looked at, markup included. */
const cellLimit = 400;

/** Field tables of the prose. The first cell must be a single name, with or without angle brackets. Tables that did not change are not read again. */
export function readFieldRows({ text, tree }: XepDocument, fragments: FragmentCache): FieldRow[] {
  const rows: FieldRow[] = [];
  walkElements(tree.nodes, (element) => {
    const { name, start } = element;
    if (name === 'table' || name === 'di') {
      const end = name === 'table' ? element.end : Math.min(element.end, start + definitionLimit);
      for (const { span, ...row } of fragments.derive(text.slice(start, end), rowsHere, () => rowsIn(text, element, end))) {
        rows.push({ ...row, span: { start: start + span.start, end: start + span.end }, table: start });
      }
    }
    return name !== 'table' && name !== 'header' && name !== 'example' && name !== 'code';
  });
  return rows;
}

const rowsHere: Derivation<readonly RowHere[]> = { slot: 'field rows' };

/** Rows of one table, or the one of one definition, read up to `end`; spans count from where it starts. */
function rowsIn(source: string, element: XmlElement, end: number): RowHere[] {
  const firstCells = element.name === 'table' ? childElements(element, 'tr').flatMap(nameCell) : childElements(element, 'dt').slice(0, 1).filter((term) => term.end <= end);
  return firstCells.flatMap((cell) => rowOf(source, cell)).map(({ span, ...row }) => ({ ...row, span: { start: span.start - element.start, end: span.end - element.start } }));
}

/** The first cell of a row that has another one beside it. */
function nameCell(row: XmlElement): XmlElement[] {
  const cells = childElements(row, 'td');
  return cells.length > 1 ? cells.slice(0, 1) : [];
}

function rowOf(source: string, { openEnd, closeStart }: XmlElement): RowHere[] {
  if (closeStart - openEnd > cellLimit) {
    return [];
  }
  // The name is the cell's text; tags around it (<tt>, <strong>) are looked through.
  const bare = source.slice(openEnd, closeStart).replace(/<\/?[a-z][^<>]*>/g, (tag) => ' '.repeat(tag.length));
  const found = namePattern.exec(bare);
  const at = found?.indices?.[1];
  return found?.[1] !== undefined && at ? [{ name: found[1], span: { start: openEnd + at[0], end: openEnd + at[1] } }] : [];
}
