// SPDX-License-Identifier: MIT
export { blockKind, type BlockKind, type XepBlock } from './blocks.ts';
export { considerationsSection, kindredSections, proseBetween, sectionProse, type ConsiderationsKind } from './considerations.ts';
export { readEntityFile, readXep, type XepDocument } from './document.ts';
export { fragmentCache, isCustomaryPrefix, isNamespaceAttribute, parseFragment, passingFragments, repairNamespace, usualNamespace, type Derivation, type Fragment, type FragmentCache } from './fragment.ts';
export type { XepHeader } from './header.ts';
export { readRegistry, type FieldDefinition } from './registry.ts';
export { readDtd, readSchema, type Declaration } from './schema.ts';
export type { XepSection } from './sections.ts';
export { readFieldRows, type FieldRow } from './tables.ts';
