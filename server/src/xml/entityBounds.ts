// SPDX-License-Identifier: MIT
import { depthLimit, expansionLimit, referenceAt, stepLimit, type EntityTable } from './entities.ts';

/** Why an entity is not expanded as it is declared: it refers to itself, nests too deep, grows too long, or asks for too many others. */
export type EntityBound = 'itself' | 'depth' | 'length' | 'steps';

interface Measure {
  /** Levels of references in it, its own included. */
  readonly height: number;
  readonly length: number;
  /** References resolved for it, its own included. */
  readonly steps: number;
}

/** The entities among `names` that hit a bound wherever they are used, with the bound. Costs time by what is declared, not by what it would expand to. */
export function entityBounds(names: Iterable<string>, entities: EntityTable): ReadonlyMap<string, EntityBound> {
  const known = new Map<string, Measure | EntityBound>();
  const open = new Set<string>();
  const measure = (name: string): Measure | EntityBound => {
    const before = known.get(name);
    if (before !== undefined) {
      return before;
    }
    if (open.has(name)) {
      return 'itself';
    }
    if (open.size >= depthLimit) {
      return 'depth';
    }
    open.add(name);
    const measured = sum(entities.get(name) ?? '');
    open.delete(name);
    // How deep an entity stands among others is not its own matter.
    if (measured !== 'depth' || open.size === 0) {
      known.set(name, measured);
    }
    return measured;
  };
  const sum = (value: string): Measure | EntityBound => {
    let { height, length, steps } = { height: 0, length: value.length, steps: 1 };
    for (let at = value.indexOf('&'); at >= 0; at = value.indexOf('&', at + 1)) {
      const reference = referenceAt(value, at);
      if (reference && entities.has(reference.name)) {
        const inner = measure(reference.name);
        if (typeof inner === 'string') {
          return inner;
        }
        height = Math.max(height, inner.height);
        length += inner.length - (reference.end - reference.start);
        steps += inner.steps;
      }
    }
    return height >= depthLimit ? 'depth' : length > expansionLimit ? 'length' : steps > stepLimit ? 'steps' : { height: height + 1, length, steps };
  };
  return new Map([...names].flatMap((name): [string, EntityBound][] => {
    const measured = measure(name);
    return typeof measured === 'string' ? [[name, measured]] : [];
  }));
}

/** What a bound means for an entity, in a sentence. */
export function boundInWords(name: string, bound: EntityBound): string {
  switch (bound) {
    case 'itself': return `Entity "${name}" refers to itself.`;
    case 'depth': return `Entity "${name}" nests more than ${depthLimit} levels deep.`;
    case 'length': return `Entity "${name}" stands for more than ${expansionLimit} characters.`;
    case 'steps': return `Entity "${name}" asks for more than ${stepLimit} other entities.`;
  }
}
