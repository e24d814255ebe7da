// SPDX-License-Identifier: MIT
import type { DataKind } from './operatorData.ts';

/**
 * The kind of data, that is the row of the record, to which a carrier belongs that an entry (`xep`: its number, or `core`) defines.
 * A kind that names the entry goes before every kind that names the category; among several the first holds.
 * What an entry only orders to be done with others' carriers (its `processing`) is asked for alike, with the category of the carrier that is processed:
 * offline messages, for instance, are nothing but such an order.
 */
export function kindOf(kinds: readonly DataKind[], xep: string, category: string): DataKind | undefined {
  return kinds.find(({ takes }) => takes.xeps?.includes(xep)) ?? kinds.find(({ takes }) => takes.categories?.includes(category));
}
