// SPDX-License-Identifier: MIT
import type { CarrierVerdict } from '../dataset/index.ts';
import type { FieldKey, Sighting } from './record.ts';

export const formsNamespace = 'jabber:x:data';

/** Languages in which documents describe or transform XML. Their names say nothing of a protocol's data. */
export const descriptionLanguages: ReadonlySet<string> = new Set(['http://www.w3.org/2001/XMLSchema', 'http://www.w3.org/2001/XMLSchema-instance', 'http://www.w3.org/1999/XSL/Transform']);

/** A carrier as found, before inference and positions. */
export interface Found {
  readonly key: string;
  readonly namespace: string;
  readonly element: string;
  readonly attribute: string | null;
  readonly field: FieldKey | null;
  readonly baseline: boolean;
  readonly verdict: CarrierVerdict;
  readonly sightings: Sighting[];
}

/** Vocabulary that the dataset has not judged, with the evidence for inference. */
export interface Unjudged {
  readonly key: string;
  readonly namespace: string;
  readonly element: string;
  readonly attribute: string | null;
  readonly field: FieldKey | null;
  readonly sightings: Sighting[];
  /** Up to `valueLimit` distinct example values. */
  readonly values: string[];
  /** Schema type, label or field type, as far as known. */
  readonly types: Set<string>;
  /** Descriptions from field tables and labels. */
  readonly descriptions: string[];
  /** Local names of parents. */
  readonly parents: Set<string>;
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
