// SPDX-License-Identifier: MIT
import { carrierKey, namespaceFamily, type CarrierVerdict, type Dataset } from '../dataset/index.ts';
import { passingFragments, readXep, type XepDocument } from '../xep/index.ts';
import { carrierId, type Name, type Unjudged } from './found.ts';
import { gather } from './gather.ts';
import { beforehand, infer } from './infer.ts';
import type { Review, Sighting } from './record.ts';
import { reviewDocument, type ReviewOptions } from './review.ts';
import { readSpeech } from './speech.ts';

/** A name that a document defines, with what may be said of it before a person has read the document. */
export interface DraftName extends Name {
  /** `carrier` with its verdict, or what else it seems to be. */
  readonly kind: 'carrier' | 'container' | 'control' | 'not-personal';
  readonly verdict: CarrierVerdict | undefined;
  /** Topic of the innermost section around its first occurrence, or the empty string. */
  readonly section: string;
}

/** What an entry for a document can start from. */
export interface Draft {
  readonly review: Review;
  /** Numbers of the XEPs that the header names as successors; RFCs are left out. */
  readonly supersededBy: readonly string[];
  readonly namespaces: readonly string[];
  readonly formTypes: readonly string[];
  /** Every name of these namespaces and form types once, whatever its version, in document order. */
  readonly names: readonly DraftName[];
}

/**
 * Judges by inference what a document defines. The dataset must not hold an entry for the document itself.
 * Pure; never throws, whatever the text.
 */
export function draftXep(path: string, text: string, dataset: Dataset, options: Pick<ReviewOptions, 'entities' | 'fragments'> = {}): Draft {
  const document = readXep(text, options.entities);
  const fragments = options.fragments ?? passingFragments();
  const { own, collection } = gather(document, dataset, fragments);
  const before = beforehand(document, readSpeech(document, dataset.lexicon()), collection.unjudged, dataset);
  const isOwn = ({ namespace, field }: Name): boolean => (field ? field.formType !== null && own.definesForm(field.formType) : own.defines(namespace));
  const found: (DraftName & { readonly first: number })[] = [];
  const add = ({ namespace, element, attribute, field }: Name, sightings: readonly Sighting[], kind: DraftName['kind'], verdict: CarrierVerdict | undefined): void => {
    const first = sightings.reduce((least, { span }) => Math.min(least, span.start), Number.POSITIVE_INFINITY);
    found.push({ namespace, element, attribute, field, kind, verdict, first, section: sectionAt(document, first) });
  };
  for (const carrier of collection.found.values()) {
    if (!carrier.baseline && isOwn(carrier)) {
      add(carrier, carrier.sightings, 'carrier', carrier.verdict);
    }
  }
  for (const unjudged of collection.unjudged.values()) {
    if (isOwn(unjudged)) {
      const verdict = infer(unjudged, before, dataset);
      add(unjudged, unjudged.sightings, verdict ? 'carrier' : otherKind(unjudged), verdict);
    }
  }
  found.sort((one, other) => one.first - other.first);
  const once = new Map<string, DraftName>();
  for (const { first: _first, ...name } of found) {
    const key = carrierKey(carrierId(name.namespace, name.element, name.attribute, name.field));
    once.set(key, once.get(key) ?? name);
  }
  const bearers = new Set([...once.values()].filter(({ kind, attribute }) => kind === 'carrier' && attribute !== null).map(({ namespace, element }) => `${namespace} ${element}`));
  // An empty element whose attributes are carriers wraps them.
  const names = [...once.values()].map((name): DraftName => (name.kind === 'control' && name.attribute === null && bearers.has(`${name.namespace} ${name.element}`) ? { ...name, kind: 'container' } : name));
  return {
    review: reviewDocument(path, document, dataset, fragments),
    supersededBy: document.header.supersededBy.flatMap((spec) => /^XEP-(\d{4})$/.exec(spec)?.[1] ?? []),
    namespaces: oneOfEachFamily(names.filter(({ field }) => !field).map(({ namespace }) => namespace)),
    formTypes: oneOfEachFamily(names.map(({ field }) => field?.formType ?? '')),
    names,
  };
}

/** What a name seems to be that carries nothing: a wrapper, a switch, or some value of no person. */
function otherKind({ attribute, field, wraps, hasText, types, values }: Unjudged): DraftName['kind'] {
  if (attribute === null && !field) {
    return wraps ? 'container' : hasText ? 'not-personal' : 'control';
  }
  const isChoice = [...types].some((type) => /^(?:boolean|enumeration)$|^list-/.test(type)) || (values.length > 0 && values.every((value) => /^(?:true|false|0|1)$/.test(value)));
  return isChoice ? 'control' : 'not-personal';
}

function sectionAt({ sections }: XepDocument, offset: number): string {
  // Sections come in document order, so the last that holds the place is the innermost.
  return sections.findLast(({ element }) => element.start <= offset && offset < element.end)?.topic ?? '';
}

function oneOfEachFamily(namespaces: readonly string[]): string[] {
  const families = new Map<string, string>();
  for (const namespace of namespaces) {
    const family = namespaceFamily(namespace);
    families.set(family, families.get(family) ?? namespace);
  }
  families.delete('');
  return [...families.values()];
}
