// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import { carrierId, formsNamespace, type Found } from './found.ts';
import type { FieldKey } from './record.ts';
import type { OwnVocabulary } from './vocabulary.ts';

/**
 * Carriers that the document's own entry names and that no example, schema or table shows: found where the prose first names them.
 * That is how TXT keys, HTTP headers and elements that are only described come to be marked.
 */
export function proseSightings(document: XepDocument, own: OwnVocabulary, found: ReadonlyMap<string, Found>, dataset: Dataset): Found[] {
  const entry = own.number === '' ? undefined : dataset.entries.get(own.number);
  const sightings: Found[] = [];
  for (const record of entry?.carriers ?? []) {
    for (const match of record.match) {
      const isForm = record.form !== undefined;
      const [element = '', attribute = null] = isForm ? ['field'] : match.split('@');
      const namespace = isForm ? formsNamespace : record.in ?? '';
      const field: FieldKey | null = isForm ? { formType: record.form ?? null, var: match } : null;
      const key = carrierId(namespace, element, attribute, field);
      if (found.has(key) || hasVersion(found, namespace, element, attribute, field) || (field && field.formType === null)) {
        continue;
      }
      const verdicts = field ? dataset.fieldVerdicts(field.formType, field.var, own.number) : dataset.verdicts(namespace, element, attribute, own.number);
      const verdict = verdicts.find((one): one is CarrierVerdict => one.kind === 'carrier');
      const span = verdict && mention(document, field?.var ?? attribute ?? element);
      if (verdict && span) {
        sightings.push({ key, namespace, element, attribute, field, baseline: false, verdict, sightings: [{ where: 'prose', span }] });
      }
    }
  }
  return sightings;
}

/** Whether the same name was found under another version of the namespace. */
function hasVersion(found: ReadonlyMap<string, Found>, namespace: string, element: string, attribute: string | null, field: FieldKey | null): boolean {
  const stem = namespace.replace(/\d+/g, '');
  for (const known of found.values()) {
    if (known.element === element && known.attribute === attribute && known.field?.var === field?.var && known.namespace.replace(/\d+/g, '') === stem) {
      return true;
    }
  }
  return false;
}

/** The place below the header that names something most plainly: as markup, in quotes or tags of its own, or as a word. */
function mention({ text, header, blocks }: XepDocument, name: string): Span | undefined {
  let best: number | undefined;
  let bestRank = 3;
  for (let at = text.indexOf(name, header.span.end); at >= 0 && bestRank > 0; at = text.indexOf(name, at + 1)) {
    const rank = plainness(text.slice(Math.max(0, at - 4), at), text.slice(at + name.length, at + name.length + 4));
    // Markup of an example is no mention: what it shows was found there, or is something else of the same name.
    if (rank < bestRank && !(rank === 2 && blocks.some(({ element, kind }) => kind === 'stanzas' && at > element.start && at < element.end))) {
      bestRank = rank;
      best = at;
    }
  }
  return best === undefined ? undefined : { start: best, end: best + name.length };
}

/** 0 for `&lt;name/`, 1 for a name in quotes or between tags, 2 for a word of its own, 3 for a part of another word. */
function plainness(before: string, after: string): number {
  if (before === '&lt;' && /^(?:\/|&gt;|\s)/.test(after)) {
    return 0;
  }
  if (/[>'"]$/.test(before) && /^[<'"=]/.test(after)) {
    return 1;
  }
  return /[\w-]$/.test(before) || /^[\w-]/.test(after) ? 3 : 2;
}
