// SPDX-License-Identifier: MIT
import { parseXml, readEntityDeclarations, readProlog, rootElements, type EntityTable, type Prolog, type XmlElement, type XmlTree } from '../xml/index.ts';
import { readBlocks, type XepBlock } from './blocks.ts';
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
}

/** Entities that hold where no `xep.ent` is at hand. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'], ['mdash', '\u2014'], ['ndash', '\u2013'], ['hellip', '\u2026'], ['copy', '\u00a9'], ['lsquo', '\u2018'], ['rsquo', '\u2019'], ['ldquo', '\u201c'], ['rdquo', '\u201d'],
]);

/** The general entities of an entity file such as `xep.ent`. The first declaration of a name wins, as in XML. */
export function readEntityFile(text: string): EntityTable {
  const table = new Map(builtIn);
  for (const { name, parameter, value } of readEntityDeclarations(text, 0, false).entities) {
    if (!parameter && value !== undefined && (!table.has(name) || builtIn.has(name))) {
      table.set(name, value);
    }
  }
  return table;
}

/** Reads a XEP source. Never throws; a text that is no XEP gives a document without `root`. */
export function readXep(text: string, entityFile: EntityTable = builtIn): XepDocument {
  const prolog = readProlog(text);
  const entities = mergeEntities(entityFile, prolog);
  const tree = parseXml(text, { from: prolog.end, impliesEndOf: sectionImpliesEndOf });
  const root = rootElements(tree).find((element) => element.name === 'xep');
  return {
    text, prolog, tree, root, entities, entityFile,
    header: readHeader(text, root, entities),
    sections: readSections(tree, entities),
    blocks: readBlocks(text, tree, entities),
  };
}

/** A document's own entities stand for no more than this many UTF-16 units in all, so that none can blow it up; sources use some thousands. */
const ownEntityLimit = 4_000_000;

/** The document's own declarations over those of the file; the first declaration of a name wins, as in XML. */
function mergeEntities(entityFile: EntityTable, prolog: Prolog): EntityTable {
  const own = new Map<string, string>();
  for (const { name, parameter, value } of prolog.entities) {
    if (!parameter && value !== undefined && !own.has(name)) {
      own.set(name, value);
    }
  }
  if (own.size === 0) {
    return entityFile;
  }
  let left = ownEntityLimit;
  const ownValue = (name: string): string | undefined => {
    const value = own.get(name);
    left -= value === undefined ? 0 : value.length + 1;
    return left < 0 ? undefined : value;
  };
  return { get: (name) => ownValue(name) ?? entityFile.get(name), has: (name) => own.has(name) || entityFile.has(name) };
}
