// SPDX-License-Identifier: MIT
import type { Dataset, Verdict } from '../dataset/index.ts';
import { usualNamespace } from '../xep/index.ts';
import type { XmlElement } from '../xml/index.ts';
import { descriptionLanguages } from './found.ts';
import type { Detail, FieldKey } from './record.ts';
import { lostHome } from './lostHome.ts';
import type { UsedNamespaces } from './usedNamespaces.ts';
import type { OwnVocabulary } from './vocabulary.ts';

/** Looks names up as one document means them. Two judges made from the same document answer alike. */
export interface Judge {
  readonly own: OwnVocabulary;
  readonly dataset: Dataset;
  /** Whether stanzas' addresses are looked at. */
  readonly seesAddressing: boolean;
  /** The namespace that an element is judged in, its own or the one that it lost, and the verdicts there. */
  element(element: XmlElement): { readonly namespace: string; readonly verdicts: readonly Verdict[] };
  /** Verdicts on a name; `attribute` is null for the element itself. */
  name(namespace: string, element: string, attribute: string | null): readonly Verdict[];
  /** By form type and name; a form without a form type falls back to the fields that this document defines. */
  field(key: FieldKey): readonly Verdict[];
  /** Whether inference may look at what is not judged in a namespace: nobody knows it, or this document defines it and has something new in it. */
  isOpen(namespace: string): boolean;
  /** The form type of a field that stands outside any form: the own one that names it, or the only own one. */
  formOf(field: string): string | null;
  isOpenForm(formType: string | null): boolean;
}

/** `used` says what a prefix means that an example uses without declaring it, and where a name stands that lost its namespace. */
export function judgeFor(own: OwnVocabulary, used: Pick<UsedNamespaces, 'prefixes' | 'namespaces' | 'lost'>, dataset: Dataset, detail: Detail = 'full'): Judge {
  const name = (namespace: string, element: string, attribute: string | null): readonly Verdict[] => dataset.verdicts(namespace, element, attribute, own.key);
  /** Where elements without a namespace were judged. Parents come before their children, however deep they lie. */
  const homes = new WeakMap<XmlElement, string>();
  const homeOf = (element: XmlElement): string => homes.get(element) ?? judged(element).namespace;
  const judged = (element: XmlElement): { readonly namespace: string; readonly verdicts: readonly Verdict[] } => {
    const { namespace, localName } = element;
    const prefix = element.name.slice(0, -localName.length - 1);
    const lost = prefix === '' ? undefined : used.prefixes.get(prefix);
    // What is usual for a prefix gives way to the namespace that the document itself defines under it.
    if (lost !== undefined && (namespace === '' || (own.defines(lost) && dataset.knows(lost) && namespace === usualNamespace(prefix)))) {
      return { namespace: lost, verdicts: name(lost, localName, null) };
    }
    const verdicts = name(namespace, localName, null);
    const home = (inherits(element) && (verdicts.length === 0 || namespace === '') ? own.home(localName) ?? homeAround(element, own, name) : undefined)
      ?? (namespace === '' && verdicts.length === 0 ? lostHome(element, used, homeOf, name, dataset) : undefined);
    if (namespace === '') {
      homes.set(element, home ?? '');
    }
    return home === undefined || home === namespace ? { namespace, verdicts } : { namespace: home, verdicts: name(home, localName, null) };
  };
  return {
    own, dataset, name, element: judged, seesAddressing: detail === 'full',
    field({ formType, var: field }) {
      const direct = dataset.fieldVerdicts(formType, field, own.key);
      return direct.length > 0 || formType !== null ? direct : own.formTypes.map((mine) => dataset.fieldVerdicts(mine, field, own.key)).find(({ length }) => length > 0) ?? direct;
    },
    formOf(field) {
      const mine = own.formTypes;
      return mine.find((one) => dataset.fieldVerdicts(one, field, own.key).length > 0) ?? (mine.length === 1 ? mine[0] ?? null : null);
    },
    isOpen: (namespace) => namespace !== '' && namespace !== 'jabber:client' && !descriptionLanguages.has(namespace) && (own.defines(namespace) || !dataset.knows(namespace)),
    isOpenForm: (formType) => own.definesForm(formType) || (formType !== null && dataset.formTypeOwners(formType).length === 0),
  };
}

/** How far up a lost declaration is looked for. */
const reach = 8;

/** The namespace that an element around lost, and this one with it: the name alone would fit several own namespaces. */
function homeAround({ parent, namespace, localName }: XmlElement, own: OwnVocabulary, verdicts: Judge['name']): string | undefined {
  for (let around = parent, level = 0; around?.namespace === namespace && inherits(around) && level < reach; around = around.parent, level++) {
    if (namespace !== '' && verdicts(namespace, around.localName, null).length > 0) {
      return undefined;
    }
    const home = own.home(around.localName);
    if (home !== undefined) {
      return verdicts(home, localName, null).length > 0 ? home : undefined;
    }
  }
  return undefined;
}

/** Whether an element names no namespace of its own, so that it may have lost one. */
function inherits({ namespace, parent }: XmlElement): boolean {
  return namespace === '' || parent?.namespace === namespace;
}
