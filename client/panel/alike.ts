// SPDX-License-Identifier: MIT
import type { PanelCarrier } from '../../server/src/report/index.ts';

/** Carriers that differ in nothing but their names and places. */
export interface Alike {
  readonly first: PanelCarrier;
  readonly names: readonly PanelCarrier[];
}

/** Puts carriers together of which the same is said, in the order of the first of each: an address has a dozen parts, and one note. */
export function alike(carriers: readonly PanelCarrier[]): readonly Alike[] {
  const groups = new Map<string, { first: PanelCarrier; names: PanelCarrier[] }>();
  for (const carrier of carriers) {
    const { id: _id, name: _name, count: _count, line: _line, ...said } = carrier;
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { first: carrier, names: [] };
    group.names.push(carrier);
    groups.set(key, group);
  }
  return [...groups.values()];
}
