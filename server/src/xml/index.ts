// SPDX-License-Identifier: MIT
export { detached } from './detached.ts';
export { decodeReferences, expansionLimit, referenceAt, resolveReference, type EntityTable, type Reference } from './entities.ts';
export { lineIndex, type LineIndex, type Position } from './lines.ts';
export { parseXml, type ParseOptions } from './parse.ts';
export { readEntityDeclarations, readProlog, type EntityDeclaration, type Prolog } from './prolog.ts';
export { mappedContent, type MappedText } from './sourceMap.ts';
export { tokenReader, type TokenReader } from './tokenize.ts';
export { attributeValue, childElements, nameSpan, rootElements, walkElements } from './tree.ts';
export type { Span, XmlAside, XmlAttribute, XmlCdata, XmlElement, XmlNode, XmlProblem, XmlProblemCode, XmlText, XmlTree } from './tree.ts';
