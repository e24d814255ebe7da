// SPDX-License-Identifier: MIT
import { entryKey, namespaceFamily, type Dataset, type Entry } from '../dataset/index.ts';
import type { UsedNamespaces } from './usedNamespaces.ts';
import { sectionProse, type Declaration, type XepDocument } from '../xep/index.ts';

/** Which namespaces and form types a document defines, and where a name that lost its namespace belongs. */
export interface OwnVocabulary {
  /** The document's entry in the dataset, and its key there; undefined and the empty string where it has none. */
  readonly entry: Entry | undefined;
  readonly key: string;
  defines(namespace: string): boolean;
  definesForm(formType: string | null): boolean;
  /** Form types that the document defines. */
  readonly formTypes: readonly string[];
  /** The one own namespace that declares an element of this name, or undefined where none or several do. */
  home(element: string): string | undefined;
  /** For a document without an entry: the entry of the XEP that it became, or that defines the same namespaces. */
  readonly model: Entry | undefined;
  /** The namespace that an own DTD speaks of. */
  readonly dtdNamespace: string;
  /** The same for vocabularies that answer alike about every namespace, form type and element. */
  readonly signature: string;
}

/** From the dataset's entry where there is one, else from schemas, registrar sections and the namespaces that nobody else defines (data/README.md, decision rule 9). */
export function ownVocabulary(document: XepDocument, declarations: readonly Declaration[], used: UsedNamespaces, dataset: Dataset): OwnVocabulary {
  const entry = dataset.entryOf(document.header);
  const sameTitle = entry ? undefined : dataset.entryByTitle(document.header.title);
  const own = new Map<string, string>();
  const add = (namespace: string): void => {
    if (namespace !== '' && namespace !== 'jabber:client') {
      own.set(namespaceFamily(namespace), namespace);
    }
  };
  (entry ?? sameTitle)?.namespaces.forEach(add);
  if (!entry) {
    declarations.forEach(({ namespace }) => add(namespace ?? ''));
    const registered = registeredProse(document);
    used.namespaces.forEach((namespace) => {
      if (!dataset.knows(namespace) || registered.includes(namespace)) {
        add(namespace);
      }
    });
  }
  const homes = homesOf(entry, declarations, own);
  const unclaimed = used.shownForms.filter((formType) => formType !== '' && dataset.formTypeOwners(formType).length === 0);
  const forms = new Set(entry ? entry.formTypes : [...used.formTypes, ...sameTitle?.formTypes ?? [], ...unclaimed]);
  const formFamilies = new Set([...forms].map(namespaceFamily));
  /** Asked for every element and carrier, mostly of the same few namespaces. */
  const defined = new Map<string, boolean>();
  const defines = (namespace: string): boolean => {
    const known = defined.get(namespace) ?? own.has(namespaceFamily(namespace));
    defined.set(namespace, known);
    return known;
  };
  const key = entry ? entryKey(entry) : '';
  const dtdNamespace = entry?.namespaces[0] ?? own.values().next().value ?? '';
  return {
    entry, key, dtdNamespace,
    signature: JSON.stringify([key, dtdNamespace, [...own.keys()], [...forms], [...homes]]),
    model: entry ? undefined : sameTitle ?? soleOwner(own, dataset),
    defines,
    definesForm: (formType) => formType === null || formFamilies.has(namespaceFamily(formType)) || (!entry && dataset.formTypeOwners(formType).length === 0),
    formTypes: [...forms],
    home: (element) => homes.get(element),
  };
}

/** The prose of sections in which a document registers its namespaces. */
function registeredProse(document: XepDocument): string {
  return document.sections.filter((section) => /\bnamespaces?\b/i.test(section.topic)).map((section) => sectionProse(document.text, section, document.entities)).join(' ');
}

/** The one XEP's or ProtoXEP's entry that defines all of the document's namespaces, or undefined: whoever extends what the RFCs define carries little of what these do. */
function soleOwner(own: ReadonlyMap<string, string>, dataset: Dataset): Entry | undefined {
  const owners = new Set([...own.values()].map((namespace) => dataset.owners(namespace)[0]));
  const [owner] = owners;
  const entry = owners.size === 1 && owner !== undefined ? dataset.entries.get(owner) : undefined;
  return entry?.rfc === undefined ? entry : undefined;
}

function homesOf(entry: Entry | undefined, declarations: readonly Declaration[], own: ReadonlyMap<string, string>): Map<string, string> {
  const homes = new Map<string, string>();
  const several = new Set<string>();
  const settle = (element: string, namespace: string): void => {
    const known = homes.get(element);
    if (known !== undefined && namespaceFamily(known) !== namespaceFamily(namespace)) {
      several.add(element);
    } else if (known === undefined) {
      homes.set(element, namespace);
    }
  };
  for (const { namespace, element, attribute } of declarations) {
    if (attribute === null && namespace !== null && own.has(namespaceFamily(namespace))) {
      settle(element, namespace);
    }
  }
  for (const judged of entry ? [...entry.carriers, ...entry.containers] : []) {
    if (judged.in !== undefined && own.has(namespaceFamily(judged.in))) {
      for (const name of judged.match) {
        settle(name.split('@')[0] ?? name, judged.in);
      }
    }
  }
  several.forEach((name) => homes.delete(name));
  return homes;
}
