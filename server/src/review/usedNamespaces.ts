// SPDX-License-Identifier: MIT
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
  /** For each name that stands without a namespace in some example: the namespaces in which other examples use it. */
  readonly lost: ReadonlyMap<string, readonly string[]>;
}

/** Looks through all examples and registrar snippets of a document. */
export function usedNamespaces(document: XepDocument, fragments: FragmentCache): UsedNamespaces {
  const namespaces = new Set<string>();
  const prefixes = new Map<string, string>();
  const formTypes = new Set<string>();
  const shownForms = new Set<string>();
  const examples: UsedHere[] = [];
  for (const { kind, content } of document.blocks) {
    if (kind === 'stanzas') {
      const used = fragments.derive(content.text, example, usedIn);
      examples.push(used);
      used.namespaces.forEach((namespace) => namespaces.add(namespace));
      used.shownForms.forEach((formType) => shownForms.add(formType));
      used.prefixes.forEach((namespace, prefix) => prefixes.set(prefix, prefixes.get(prefix) ?? namespace));
    } else if (kind === 'registry') {
      fragments.derive(content.text, snippet, formTypesIn).forEach((formType) => formTypes.add(formType));
    }
  }
  return { namespaces, formTypes: [...formTypes], shownForms: [...shownForms], prefixes, lost: homesOfLost(examples) };
}

/** Namespaces of one name that are looked at, many times what XEPs have: each piece without a namespace asks all of them. */
const homesLimit = 100;

function homesOfLost(examples: readonly UsedHere[]): Map<string, readonly string[]> {
  const lost = new Map<string, Set<string>>();
  for (const { names } of examples) {
    names.get('')?.forEach((name) => lost.set(name, new Set()));
  }
  for (const { names } of lost.size === 0 ? [] : examples) {
    names.forEach((used, namespace) => {
      if (namespace !== '') {
        for (const name of used) {
          const homes = lost.get(name);
          if (homes && homes.size < homesLimit) {
            homes.add(namespace);
          }
        }
      }
    });
  }
  return new Map([...lost].map(([name, homes]) => [name, [...homes]]));
}

const example: Derivation<UsedHere> = { slot: 'namespaces' };
const snippet: Derivation<readonly string[]> = { slot: 'form types' };

interface UsedHere extends Pick<UsedNamespaces, 'namespaces' | 'shownForms' | 'prefixes'> {
  /** Local names of elements by their namespace. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

function usedIn({ text, tree }: Fragment): UsedHere {
  const names = new Map<string, Set<string>>();
  const shownForms: string[] = [];
  const prefixes = new Map<string, string>();
  walkElements(tree.nodes, (element) => {
    const known = names.get(element.namespace);
    if (known) {
      known.add(element.localName);
    } else {
      names.set(element.namespace, new Set([element.localName]));
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
  return { namespaces: new Set(names.keys()), shownForms, prefixes, names };
}

function formTypesIn({ text, tree }: Fragment): string[] {
  return readRegistry(text, tree).map(({ formType }) => formType);
}
