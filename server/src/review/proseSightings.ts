// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import { carrierId, formsNamespace, type Found } from './collect.ts';
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

/** First place below the header where the text names something as markup, in quotes, or as a word of its own. */
function mention({ text, header }: XepDocument, name: string): Span | undefined {
  for (const [before, after] of [['&lt;', '/'], ['&lt;', '&gt;'], ['&lt;', ' '], ['>', '<'], ["'", "'"], ['"', '"'], ['', '=']] as const) {
    const at = text.indexOf(before + name + after, header.span.end);
    if (at >= 0) {
      return { start: at + before.length, end: at + before.length + name.length };
    }
  }
  for (let at = text.indexOf(name, header.span.end); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\w-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + name.length))) {
      return { start: at, end: at + name.length };
    }
  }
  return undefined;
}
