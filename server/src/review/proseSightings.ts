// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { FragmentCache, XepDocument } from '../xep/index.ts';
import { isBaseline } from './baseline.ts';
import { decideWithoutValue } from './condition.ts';
import { carrierId, formsNamespace, type Found, type Name, type Names } from './found.ts';
import { mentionsOf } from './mentions.ts';
import type { FieldKey } from './record.ts';
import type { OwnVocabulary } from './vocabulary.ts';

/**
 * Carriers that the document's own entry names and that no example, schema or table shows: found where the prose first names them.
 * That is how TXT keys, HTTP headers and elements that are only described come to be marked. Prose gives no value, so a verdict with a
 * condition decides only where there is none without.
 */
export function proseSightings(document: XepDocument, own: OwnVocabulary, { found, passed }: Names, dataset: Dataset, fragments: FragmentCache): Found[] {
  const wanted = new Map<string, Omit<Found, 'sightings'>>();
  const shown = new Set([...found.values()].map(anyVersion));
  for (const record of own.entry?.carriers ?? []) {
    for (const match of record.match) {
      const isForm = record.form !== undefined;
      const [element = '', attribute = null] = isForm ? ['field'] : match.split('@');
      const namespace = isForm ? formsNamespace : record.in ?? '';
      const field: FieldKey | null = isForm ? { formType: record.form ?? null, var: match } : null;
      const key = carrierId(namespace, element, attribute, field);
      if (shown.has(anyVersion({ namespace, element, attribute, field })) || passed.has(key) || (field && field.formType === null) || isBaseline(namespace, element, attribute)) {
        continue;
      }
      const verdicts = field ? dataset.fieldVerdicts(field.formType, field.var, own.key) : dataset.verdicts(namespace, element, attribute, own.key);
      const verdict = decideWithoutValue(verdicts);
      if (verdict?.kind === 'carrier') {
        wanted.set(key, { key, namespace, element, attribute, field, baseline: false, verdict });
      }
    }
  }
  if (wanted.size === 0) {
    return [];
  }
  const mentions = mentionsOf(document, [...new Set([...wanted.values()].map(nameOf))], fragments);
  return [...wanted.values()].flatMap((one) => {
    const span = mentions.get(nameOf(one));
    return span ? [{ ...one, sightings: [{ where: 'prose', span }] }] : [];
  });
}

/** The same for a name in all versions of its namespace; a field is one in whatever form. */
function anyVersion({ namespace, element, attribute, field }: Name): string {
  return `${namespace.replace(/\d/g, '')} ${element} ${attribute ?? ''} ${field?.var ?? ''}`;
}

function nameOf({ element, attribute, field }: Name): string {
  return field?.var ?? attribute ?? element;
}
