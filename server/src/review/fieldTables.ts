// SPDX-License-Identifier: MIT
import { readFieldRows, type FieldRow, type FragmentCache, type XepDocument } from '../xep/index.ts';
import { decideWithoutValue } from './condition.ts';
import { addFound, formsNamespace, type Names } from './found.ts';
import type { Judge } from './judge.ts';
import type { Sighting } from './record.ts';

/**
 * Adds what field tables name. Rows belong to what examples and schemas name too, or what the dataset knows as this document's own;
 * those of a table that lists the elements of a namespace it borrows belong there.
 */
export function addFieldRows(document: XepDocument, names: Names, judge: Judge, fragments: FragmentCache): void {
  const rows = readFieldRows(document, fragments);
  if (rows.length === 0) {
    return;
  }
  const { own } = judge;
  const byName = new Map<string, { readonly sightings: Sighting[] }>();
  for (const known of [...names.found.values(), ...names.unjudged.values()]) {
    if (known.field || own.defines(known.namespace)) {
      byName.set(known.field?.var ?? known.attribute ?? known.element, known);
    }
  }
  const borrowed = borrowedTables(rows, names, judge, (name) => byName.has(name) || own.home(name) !== undefined);
  for (const row of rows) {
    const lender = borrowed.get(row.table);
    if (lender === undefined) {
      addOwnRow(row, names, judge, byName);
    } else {
      addElement(row, lender, names, judge);
    }
  }
}

function addOwnRow(row: FieldRow, names: Names, judge: Judge, byName: ReadonlyMap<string, { readonly sightings: Sighting[] }>): void {
  const { own, dataset } = judge;
  const known = byName.get(row.name);
  const sighting: Sighting = { where: 'fields', span: row.span };
  if (known) {
    known.sightings.push(sighting);
    return;
  }
  for (const formType of own.formTypes) {
    const verdict = decideWithoutValue(dataset.fieldVerdicts(formType, row.name, own.key));
    if (verdict?.kind === 'carrier') {
      addFound(names, { namespace: formsNamespace, element: 'field', attribute: null, field: { formType, var: row.name } }, verdict, false, sighting);
      break;
    }
  }
  const home = own.home(row.name);
  if (home !== undefined) {
    addElement(row, home, names, judge);
  }
}

function addElement({ name, span }: FieldRow, namespace: string, names: Names, judge: Judge): void {
  const verdict = decideWithoutValue(judge.name(namespace, name, null));
  if (verdict?.kind === 'carrier') {
    addFound(names, { namespace, element: name, attribute: null, field: null }, verdict, false, { where: 'fields', span });
  }
}

/** A table of at least this many rows lists a borrowed namespace where all are elements of it, most of them carriers, and some are nothing of the document's own. */
const enoughRows = 3;

/** Tables by where they start, with the namespace whose elements they list, of those that examples borrow. */
function borrowedTables(rows: readonly FieldRow[], { found }: Names, judge: Judge, isOwn: (name: string) => boolean): Map<number, string> {
  const tables = new Map<number, FieldRow[]>();
  for (const row of rows) {
    const known = tables.get(row.table);
    if (known) {
      known.push(row);
    } else {
      tables.set(row.table, [row]);
    }
  }
  const lenders = new Set([...found.values()].filter(({ field, baseline, namespace }) => !field && !baseline && !judge.own.defines(namespace)).map(({ namespace }) => namespace));
  const borrowed = new Map<number, string>();
  for (const [table, its] of tables) {
    if (its.length >= enoughRows && !its.every(({ name }) => isOwn(name))) {
      for (const lender of lenders) {
        const verdicts = its.map(({ name }) => decideWithoutValue(judge.name(lender, name, null)));
        if (verdicts.every((verdict) => verdict !== undefined) && verdicts.filter((verdict) => verdict.kind === 'carrier').length * 2 > its.length) {
          borrowed.set(table, lender);
          break;
        }
      }
    }
  }
  return borrowed;
}
