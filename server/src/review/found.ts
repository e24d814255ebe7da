// SPDX-License-Identifier: MIT
import type { CarrierVerdict } from '../dataset/index.ts';
import type { Span } from '../xml/index.ts';
import type { FieldKey, Sighting, Where } from './record.ts';
import type { Way } from './way.ts';

export const formsNamespace = 'jabber:x:data';

/** Languages in which documents describe or transform XML. Their names say nothing of a protocol's data. */
export const descriptionLanguages: ReadonlySet<string> = new Set(['http://www.w3.org/2001/XMLSchema', 'http://www.w3.org/2001/XMLSchema-instance', 'http://www.w3.org/1999/XSL/Transform']);

/** What a verdict is about. */
export interface Name {
  readonly namespace: string;
  readonly element: string;
  readonly attribute: string | null;
  readonly field: FieldKey | null;
}

/** A carrier as found, before inference and positions. */
export interface Found extends Name {
  readonly key: string;
  readonly baseline: boolean;
  readonly verdict: CarrierVerdict;
  readonly sightings: Sighting[];
}

/** Vocabulary that the dataset has not judged, with the evidence for inference. */
export interface Unjudged extends Name {
  readonly key: string;
  readonly sightings: Sighting[];
  /** Up to `valueLimit` distinct example values. */
  readonly values: string[];
  /** Schema type or field type, as far as known. */
  readonly types: Set<string>;
  /** Local names of parents. */
  readonly parents: Set<string>;
  /** How the stanzas around it travel, see `wayOf`. */
  readonly ways: Set<Way>;
  /** Whether the element was seen with element children. */
  wraps: boolean;
  /** Whether the element was seen with text of its own. */
  hasText: boolean;
}

/** The id of a carrier: `namespace element[@attribute]`, for a form field `jabber:x:data field[FORM_TYPE var]`. */
export function carrierId(namespace: string, element: string, attribute: string | null, field: FieldKey | null): string {
  if (field) {
    return `${formsNamespace} field[${field.formType === null ? '' : `${field.formType} `}${field.var}]`;
  }
  return attribute === null ? `${namespace} ${element}` : `${namespace} ${element}@${attribute}`;
}

const xmlName = /^[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?$/u;

/** Whether a text can be the name of an element or attribute; broken markup is read as names that cannot (`[ip`). */
export function isXmlName(text: string): boolean {
  return xmlName.test(text);
}

const valueLimit = 8;

/** Names of a text by their ids: those that carry personal data, and those that nobody has judged. */
export interface Names {
  readonly found: Map<string, Found>;
  readonly unjudged: Map<string, Unjudged>;
  /** Ids of names that may carry personal data, and do not where an example shows them. */
  readonly passed: Set<string>;
}

export function noNames(): Names {
  return { found: new Map(), unjudged: new Map(), passed: new Set() };
}

/** Puts an occurrence of a carrier to those known. The first verdict without a condition stays, for it says what the carrier is in general; else the first. */
export function addFound({ found }: Names, { namespace, element, attribute, field }: Name, verdict: CarrierVerdict, baseline: boolean, sighting: Sighting): void {
  const key = carrierId(namespace, element, attribute, field);
  const known = found.get(key);
  if (!known) {
    found.set(key, { key, namespace, element, attribute, field, baseline, verdict, sightings: [sighting] });
    return;
  }
  known.sightings.push(sighting);
  if (isMoreGeneral(verdict, known.verdict)) {
    found.set(key, { ...known, verdict });
  }
}

function isMoreGeneral(verdict: CarrierVerdict, known: CarrierVerdict): boolean {
  return known.when !== undefined && verdict.when === undefined;
}

/** The record of a name that nobody has judged, made when there is none yet. */
export function unjudgedIn({ unjudged }: Names, { namespace, element, attribute, field }: Name): Unjudged {
  const key = carrierId(namespace, element, attribute, field);
  let known = unjudged.get(key);
  if (!known) {
    known = { key, namespace, element, attribute, field, sightings: [], values: [], types: new Set(), parents: new Set(), ways: new Set(), wraps: false, hasText: false };
    unjudged.set(key, known);
  }
  return known;
}

/** Notes an example value, unless it is empty, known or one too many. */
export function noteValue({ values }: Unjudged, value: string): void {
  const text = value.trim();
  if (text !== '' && values.length < valueLimit && !values.includes(text)) {
    values.push(text);
  }
}

/** Puts the names of a part to those of the whole; `toSource` maps the part's spans. Nothing of the part is changed. */
export function mergeNames(into: Names, part: Names, toSource: (start: number, end: number) => Span): void {
  const placed = ({ where, span }: Sighting): Sighting => ({ where, span: toSource(span.start, span.end) });
  for (const found of part.found.values()) {
    const known = into.found.get(found.key);
    if (known) {
      found.sightings.forEach((sighting) => known.sightings.push(placed(sighting)));
      if (isMoreGeneral(found.verdict, known.verdict)) {
        into.found.set(found.key, { ...known, verdict: found.verdict });
      }
    } else {
      into.found.set(found.key, { ...found, sightings: found.sightings.map(placed) });
    }
  }
  part.passed.forEach((key) => into.passed.add(key));
  for (const unjudged of part.unjudged.values()) {
    const known = unjudgedIn(into, unjudged);
    unjudged.sightings.forEach((sighting) => known.sightings.push(placed(sighting)));
    unjudged.values.forEach((value) => noteValue(known, value));
    unjudged.types.forEach((type) => known.types.add(type));
    unjudged.parents.forEach((parent) => known.parents.add(parent));
    unjudged.ways.forEach((way) => known.ways.add(way));
    known.wraps ||= unjudged.wraps;
    known.hasText ||= unjudged.hasText;
  }
}

/** Told of every name that a document uses or declares, where it stands, and whether the dataset has a verdict on it. */
export type Witness = (name: Name, judged: boolean, where: Where, span: () => Span) => void;
