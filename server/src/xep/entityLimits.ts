// SPDX-License-Identifier: MIT
import { boundInWords, entityBounds, type EntityBound, type EntityDeclaration, type EntityTable, type Prolog, type Span } from '../xml/index.ts';

/** A bound that the expansion of entities hit, and where. */
export interface EntityLimit extends Span {
  /** Which bound, as a sentence. */
  readonly message: string;
}

/** Entities of a document with what they stand for bounded in all. */
export interface BoundedEntities extends EntityTable {
  /** The entity that would have gone beyond the bound, if any. */
  exceeding(): string | undefined;
}

/** Entities stand for no more than this many UTF-16 units in all in one document, so that none can blow it up; sources use some thousands. */
export const totalLimit = 4_000_000;

/** The document's own declarations over those of the file. */
export function mergeEntities(entityFile: EntityTable, prolog: Prolog): BoundedEntities {
  const merged = overFile(generalEntities(prolog.entities), entityFile);
  let left = totalLimit;
  let exceeding: string | undefined;
  return {
    has: merged.has,
    get(name) {
      const value = merged.get(name);
      if (value === undefined) {
        return undefined;
      }
      left -= value.length + 1;
      if (left >= 0) {
        return value;
      }
      exceeding ??= name;
      return undefined;
    },
    exceeding: () => exceeding,
  };
}

function overFile(own: ReadonlyMap<string, string>, entityFile: EntityTable): EntityTable {
  return { get: (name) => own.get(name) ?? entityFile.get(name), has: (name) => own.has(name) || entityFile.has(name) };
}

/** Where the text of a document hits bounds of entities: one place for each bound and each source of entities. */
export function entityLimits(text: string, prolog: Prolog, entityFile: EntityTable, entities: BoundedEntities): EntityLimit[] {
  const own = generalEntities(prolog.entities);
  const limits: EntityLimit[] = [];
  const seen = new Set<EntityBound>();
  for (const [name, bound] of entityBounds(own.keys(), overFile(own, entityFile))) {
    // What is built from one that hits a bound hits it too: one place says enough.
    const declaration = seen.has(bound) ? undefined : prolog.entities.find((one) => !one.parameter && one.name === name);
    if (declaration) {
      seen.add(bound);
      limits.push({ message: `${boundInWords(name, bound)} It is not expanded whole.`, start: declaration.start, end: declaration.end });
    }
  }
  for (const [name, bound] of entityFile.bounded ?? []) {
    const use = own.has(name) ? undefined : referenceTo(name, text, prolog.end);
    if (use) {
      limits.push({ message: `${boundInWords(name, bound)} xep.ent declares it; it is not expanded whole.`, ...use });
    }
  }
  const exceeding = entities.exceeding();
  if (exceeding !== undefined) {
    const { start, end } = prolog.doctype ?? prolog;
    limits.push({ message: `Entities stand for more than ${totalLimit} characters in all: from "${exceeding}" on none is expanded.`, ...referenceTo(exceeding, text, prolog.end) ?? { start, end: Math.min(end, start + 9) } });
  }
  return limits;
}

/** The general entities among declarations, with what they stand for; the first declaration of a name wins, as in XML. */
export function generalEntities(declarations: readonly EntityDeclaration[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const { name, parameter, value } of declarations) {
    if (!parameter && value !== undefined && !table.has(name)) {
      table.set(name, value);
    }
  }
  return table;
}

function referenceTo(name: string, text: string, from: number): Span | undefined {
  const start = text.indexOf(`&${name};`, from);
  return start < 0 ? undefined : { start, end: start + name.length + 2 };
}
