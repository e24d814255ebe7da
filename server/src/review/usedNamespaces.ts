// SPDX-License-Identifier: MIT
import type { FragmentCache, XepDocument } from '../xep/index.ts';
import { readRegistry, repairNamespace } from '../xep/index.ts';
import { walkElements } from '../xml/index.ts';

/** The namespaces of a document's examples and what stands for them. */
export interface UsedNamespaces {
  /** Namespaces of the elements in examples. */
  readonly namespaces: ReadonlySet<string>;
  /** Form types that registrar snippets define. */
  readonly formTypes: readonly string[];
  /** What a prefix means in this document: its first declaration. Some examples use a prefix that only another one declares. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Looks through all examples and registrar snippets of a document. */
export function usedNamespaces(document: XepDocument, fragments: FragmentCache): UsedNamespaces {
  const namespaces = new Set<string>();
  const prefixes = new Map<string, string>();
  const formTypes = new Set<string>();
  for (const block of document.blocks) {
    if (block.kind === 'stanzas') {
      walkElements(fragments.get(block.content.text).nodes, (element) => {
        namespaces.add(element.namespace);
        for (const { name, value } of element.attributes) {
          if (name.startsWith('xmlns:') && !prefixes.has(name.slice(6))) {
            prefixes.set(name.slice(6), repairNamespace(value));
          }
        }
      });
    } else if (block.kind === 'registry') {
      for (const field of readRegistry(block.content.text, fragments.get(block.content.text))) {
        formTypes.add(field.formType);
      }
    }
  }
  return { namespaces, formTypes: [...formTypes], prefixes };
}
