// SPDX-License-Identifier: MIT
import type { FragmentCache, XepDocument } from '../xep/index.ts';
import { readRegistry } from '../xep/index.ts';
import { walkElements } from '../xml/index.ts';

/** The namespaces of the elements in a document's examples, and the form types that its registrar snippets define. */
export function usedNamespaces(document: XepDocument, fragments: FragmentCache): { readonly namespaces: ReadonlySet<string>; readonly formTypes: readonly string[] } {
  const namespaces = new Set<string>();
  const formTypes = new Set<string>();
  for (const block of document.blocks) {
    if (block.kind === 'stanzas') {
      walkElements(fragments.get(block.content.text).nodes, (element) => {
        namespaces.add(element.namespace);
      });
    } else if (block.kind === 'registry') {
      for (const field of readRegistry(block.content.text, fragments.get(block.content.text))) {
        formTypes.add(field.formType);
      }
    }
  }
  return { namespaces, formTypes: [...formTypes] };
}
