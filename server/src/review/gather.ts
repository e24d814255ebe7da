// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { readDtd, readSchema, type Declaration, type Derivation, type FragmentCache, type XepDocument } from '../xep/index.ts';
import { collect, type DeclaredBlock } from './collect.ts';
import type { Names, Witness } from './found.ts';
import type { Detail } from './record.ts';
import { judgeFor } from './judge.ts';
import { usedNamespaces } from './usedNamespaces.ts';
import { ownVocabulary, type OwnVocabulary } from './vocabulary.ts';

/** A document's vocabulary: what it defines, and what its examples, schemas, snippets and tables hold. */
export interface Gathered {
  readonly own: OwnVocabulary;
  readonly collection: Names;
  /** What prefixes mean in the document. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Reads the vocabulary of a document; `witness` is told of every name on the way. The addressing of stanzas is no part of a summary. */
export function gather(document: XepDocument, dataset: Dataset, fragments: FragmentCache, detail: Detail = 'full', witness?: Witness): Gathered {
  const declared = declaredBlocks(document, fragments);
  const all = declared.flatMap((block) => block.declarations);
  const used = usedNamespaces(document, fragments);
  const own = ownVocabulary(document, all, used, dataset);
  const judge = fragments.unchanged('judge', [dataset, detail, own.signature, JSON.stringify([...used.prefixes, ...used.lost, ...used.lost.size > 0 ? used.namespaces : []])], () => judgeFor(own, used, dataset, detail));
  return { own, prefixes: used.prefixes, collection: collect(document, declared, judge, fragments, witness) };
}

const declarations: Derivation<readonly Declaration[]> = { slot: 'declarations' };

function declaredBlocks(document: XepDocument, fragments: FragmentCache): DeclaredBlock[] {
  const declared: DeclaredBlock[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'schema' || block.kind === 'dtd') {
      declared.push({ block, declarations: fragments.derive(block.content.text, declarations, (fragment) => (block.kind === 'schema' ? readSchema(fragment.tree) : readDtd(fragment.text))) });
    }
  }
  return declared;
}
