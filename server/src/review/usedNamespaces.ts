// SPDX-License-Identifier: MIT
import { namespaceFamily } from '../dataset/index.ts';
import type { Derivation, Fragment, FragmentCache, XepDocument } from '../xep/index.ts';
import { readRegistry, repairNamespace } from '../xep/index.ts';
import { attributeValue, walkElements } from '../xml/index.ts';
import { firstValue } from './elementText.ts';

/** The namespaces of a document's examples and what stands for them. */
export interface UsedNamespaces {
  /** Namespaces of the elements in examples. */
  readonly namespaces: ReadonlySet<string>;
  /** Form types that registrar snippets define. */
  readonly formTypes: readonly string[];
  /** Form types of the forms in examples. */
  readonly shownForms: readonly string[];
  /** What a prefix means in this document: its first declaration. Some examples use a prefix that only another one declares. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** For elements that examples show bare, without anything around and without a namespace: the one namespace in which other examples have their name. */
  readonly bare: ReadonlyMap<string, string>;
}

/** Looks through all examples and registrar snippets of a document. */
export function usedNamespaces(document: XepDocument, fragments: FragmentCache): UsedNamespaces {
  const namespaces = new Set<string>();
  const prefixes = new Map<string, string>();
  const formTypes = new Set<string>();
  const shownForms = new Set<string>();
  const shown: UsedHere[] = [];
  for (const { kind, content } of document.blocks) {
    if (kind === 'stanzas') {
      const used = fragments.derive(content.text, example, usedIn);
      shown.push(used);
      used.namespaces.forEach((namespace) => namespaces.add(namespace));
      used.shownForms.forEach((formType) => shownForms.add(formType));
      used.prefixes.forEach((namespace, prefix) => prefixes.set(prefix, prefixes.get(prefix) ?? namespace));
    } else if (kind === 'registry') {
      fragments.derive(content.text, snippet, formTypesIn).forEach((formType) => formTypes.add(formType));
    }
  }
  return { namespaces, formTypes: [...formTypes], shownForms: [...shownForms], prefixes, bare: homesOfBare(shown) };
}

const example: Derivation<UsedHere> = { slot: 'namespaces' };
const snippet: Derivation<readonly string[]> = { slot: 'form types' };

interface UsedHere extends Pick<UsedNamespaces, 'namespaces' | 'shownForms' | 'prefixes'> {
  /** Names of elements without a namespace and without a parent. */
  readonly bareNames: ReadonlySet<string>;
  /** Namespaces by local name. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
}

function homesOfBare(shown: readonly UsedHere[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const name of new Set(shown.flatMap(({ bareNames }) => [...bareNames]))) {
    const namespaces = shown.flatMap(({ named }) => [...named.get(name) ?? []]);
    const [first] = namespaces;
    if (first !== undefined && new Set(namespaces.map(namespaceFamily)).size === 1) {
      homes.set(name, first);
    }
  }
  return homes;
}

function usedIn({ text, tree }: Fragment): UsedHere {
  const namespaces = new Set<string>();
  const shownForms: string[] = [];
  const prefixes = new Map<string, string>();
  const bareNames = new Set<string>();
  const named = new Map<string, Set<string>>();
  walkElements(tree.nodes, (element) => {
    const { name: written, localName, namespace, parent } = element;
    namespaces.add(namespace);
    if (namespace !== '') {
      named.set(localName, (named.get(localName) ?? new Set()).add(namespace));
    } else if (parent === null && written === localName) {
      bareNames.add(localName);
    }
    if (element.localName === 'field' && attributeValue(element, 'var') === 'FORM_TYPE') {
      shownForms.push(firstValue(element, text) ?? '');
    }
    for (const { name, value } of element.attributes) {
      if (name.startsWith('xmlns:') && !prefixes.has(name.slice(6))) {
        prefixes.set(name.slice(6), repairNamespace(value));
      }
    }
  });
  return { namespaces, shownForms, prefixes, bareNames, named };
}

function formTypesIn({ text, tree }: Fragment): string[] {
  return readRegistry(text, tree).map(({ formType }) => formType);
}
