// SPDX-License-Identifier: MIT
import type { XmlAttribute } from './tree.ts';

/** As many attributes are compared one by one; of more, as no author writes them, the names are kept. */
const few = 32;

/** Tells whether a name stands among the attributes that a tag has so far; asked before each is added, tag after tag. */
export function duplicateFinder(): (attributes: readonly XmlAttribute[], name: string) => boolean {
  let known = new Set<string>();
  return (attributes, name) => {
    if (attributes.length < few) {
      return attributes.some((other) => other.name === name);
    }
    if (attributes.length === few) {
      known = new Set(attributes.map((other) => other.name));
    }
    const isKnown = known.has(name);
    known.add(name);
    return isKnown;
  };
}
