// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { readDtd, readSchema, type FragmentCache, type XepDocument } from '../xep/index.ts';
import { collect, type Collection, type DeclaredBlock, type Witness } from './collect.ts';
import { usedNamespaces } from './usedNamespaces.ts';
import { ownVocabulary, type OwnVocabulary } from './vocabulary.ts';

/** A document's vocabulary: what it defines, and what its examples, schemas, snippets and tables hold. */
export interface Gathered {
  readonly own: OwnVocabulary;
  readonly collection: Collection;
}

/** Reads the vocabulary of a document; `witness` is told of every name on the way. */
export function gather(document: XepDocument, dataset: Dataset, fragments: FragmentCache, witness?: Witness): Gathered {
  const declared = declaredBlocks(document, fragments);
  const declarations = declared.flatMap((block) => block.declarations);
  const used = usedNamespaces(document, fragments);
  const own = ownVocabulary(document, declarations, used.formTypes, used.namespaces, dataset);
  return { own, collection: collect(document, declared, own, used.prefixes, dataset, fragments, witness) };
}

function declaredBlocks(document: XepDocument, fragments: FragmentCache): DeclaredBlock[] {
  const declared: DeclaredBlock[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'schema') {
      declared.push({ block, declarations: readSchema(fragments.get(block.content.text)) });
    } else if (block.kind === 'dtd') {
      declared.push({ block, declarations: readDtd(block.content.text) });
    }
  }
  return declared;
}
