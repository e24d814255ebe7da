// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { OperatorData } from './operatorData.ts';

/** What stands for a feature that is known and speaks of no XEP. */
const noXep: readonly string[] = ['core'];

/**
 * Finds the keys of the entries that a service discovery feature speaks of: as the list of features names it in full, by the family of its namespace
 * or form type, by its beginning in the list, then without `#...`. None where nobody knows it; `core` for what belongs to RFC 6120/6121 or to no XEP.
 */
export function featureOwner(dataset: Dataset, features: OperatorData['features']): (feature: string) => readonly string[] {
  const listed = (is: (known: string) => boolean): readonly string[] => {
    const found = features.find(({ feature }) => is(feature));
    return found === undefined ? [] : found.xeps.length === 0 ? noXep : found.xeps.filter((xep) => dataset.entries.has(xep));
  };
  const owner = (name: string): readonly string[] => best([...dataset.owners(name), ...dataset.formTypeOwners(name)], dataset);
  return (feature) => {
    // A client that wants to be told of an item publishes the node's name with this ending (XEP-0163).
    const name = feature.replace(/\+notify$/, '');
    const ways = [() => listed((known) => known === name), () => owner(name), () => listed((known) => known.endsWith('*') && name.startsWith(known.slice(0, -1))), () => (name.includes('#') ? owner(name.slice(0, name.indexOf('#'))) : [])];
    return ways.reduce<readonly string[]>((found, way) => (found.length > 0 ? found : way()), []);
  };
}

/** Of several XEPs that define one namespace the one that still stands, else the first. */
function best(keys: readonly string[], dataset: Dataset): readonly string[] {
  const standing = keys.find((key) => !/^(?:Obsolete|Retracted|Rejected)$/.test(dataset.entries.get(key)?.status ?? ''));
  return keys.length === 0 ? [] : [standing ?? keys[0] ?? ''];
}
