// SPDX-License-Identifier: MIT
import { readRegistry, type Declaration, type Derivation, type FragmentCache, type XepBlock, type XepDocument } from '../xep/index.ts';
import type { XmlTree } from '../xml/index.ts';
import { readDeclarations, readDefinitions } from './definitions.ts';
import { addFieldRows } from './fieldTables.ts';
import { mergeNames, noNames, type Names, type Witness } from './found.ts';
import type { Judge } from './judge.ts';
import { readStanzas } from './stanzas.ts';

/** A schema or DTD read in its block. */
export interface DeclaredBlock {
  readonly block: XepBlock;
  readonly declarations: readonly Declaration[];
}

/**
 * Finds every name of a document: in examples, schemas, registrar snippets and field tables. What an example or snippet holds is kept with its
 * text for as long as the same judge asks. A witness hears of every name each time, so nothing is kept for it.
 */
export function collect(document: XepDocument, declared: readonly DeclaredBlock[], judge: Judge, fragments: FragmentCache, witness?: Witness): Names {
  const names = noNames();
  const derivation = fragments.unchanged<Derivation<Names>>('names', [judge], () => ({ slot: 'names' }));
  const read = (text: string, make: (tree: () => XmlTree, heard?: Witness) => Names, heard: Witness | undefined): Names => (
    heard ? make(() => fragments.get(text), heard) : fragments.derive(text, derivation, (fragment) => make(() => fragment.tree)));
  for (const { kind, content } of document.blocks) {
    const { text } = content;
    const heard = witness && witnessIn(content, witness);
    if (kind === 'registry') {
      mergeNames(names, read(text, (tree, witnessHere) => readDefinitions(readRegistry(text, tree()), judge, witnessHere), heard), content.toSource);
    } else if (kind === 'stanzas' || kind === 'http') {
      mergeNames(names, read(text, (tree, witnessHere) => readStanzas(tree(), judge, witnessHere), heard), content.toSource);
    }
  }
  for (const { block: { content }, declarations } of declared) {
    mergeNames(names, read(content.text, (_tree, witnessHere) => readDeclarations(declarations, judge, witnessHere), witness && witnessIn(content, witness)), content.toSource);
  }
  addFieldRows(document, names, judge, fragments);
  return names;
}

/** A witness in a block, whose spans are those of the block's text. */
function witnessIn({ toSource }: XepBlock['content'], witness: Witness): Witness {
  return (name, judged, where, span) => witness(name, judged, where, () => {
    const { start, end } = span();
    return toSource(start, end);
  });
}
