// SPDX-License-Identifier: MIT
import { entityBounds, parseXml, readEntityDeclarations, readProlog, rootElements, type EntityTable, type Prolog, type XmlElement, type XmlTree } from '../xml/index.ts';
import { readBlocks, type XepBlock } from './blocks.ts';
import { entityLimits, generalEntities, mergeEntities, type EntityLimit } from './entityLimits.ts';
import { readHeader, type XepHeader } from './header.ts';
import { readSections, sectionImpliesEndOf, type XepSection } from './sections.ts';

/** A XEP source as read: everything later stages need, with offsets into `text`. */
export interface XepDocument {
  readonly text: string;
  readonly prolog: Prolog;
  readonly tree: XmlTree;
  /** The `<xep>` element, or undefined for a document that is no XEP. */
  readonly root: XmlElement | undefined;
  readonly header: XepHeader;
  readonly sections: readonly XepSection[];
  readonly blocks: readonly XepBlock[];
  /** Entities in force: the document's own win over those of `xep.ent`. */
  readonly entities: EntityTable;
  /** Those of `xep.ent`, or the few built-in ones. */
  readonly entityFile: EntityTable;
  /** Bounds that expanding entities hit, and where. */
  readonly entityLimits: readonly EntityLimit[];
}

/** Entities that hold where no `xep.ent` is at hand. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'], ['mdash', '\u2014'], ['ndash', '\u2013'], ['hellip', '\u2026'], ['copy', '\u00a9'], ['lsquo', '\u2018'], ['rsquo', '\u2019'], ['ldquo', '\u201c'], ['rdquo', '\u201d'],
]);

/** The general entities of an entity file such as `xep.ent`, over the few built-in ones. */
export function readEntityFile(text: string): EntityTable {
  const table = new Map([...builtIn, ...generalEntities(readEntityDeclarations(text, 0, false).entities)]);
  return { get: (name) => table.get(name), has: (name) => table.has(name), bounded: entityBounds(table.keys(), table) };
}

/** Reads a XEP source. Never throws; a text that is no XEP gives a document without `root`. */
export function readXep(text: string, entityFile: EntityTable = builtIn): XepDocument {
  const prolog = readProlog(text);
  const entities = mergeEntities(entityFile, prolog);
  const tree = parseXml(text, { from: prolog.end, impliesEndOf: sectionImpliesEndOf });
  const root = rootElements(tree).find((element) => element.name === 'xep');
  const header = readHeader(text, root, entities);
  const sections = readSections(tree, entities);
  const blocks = readBlocks(text, tree, entities);
  return { text, prolog, tree, root, entities, entityFile, header, sections, blocks, entityLimits: entityLimits(text, prolog, entityFile, entities) };
}
