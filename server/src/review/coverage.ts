// SPDX-License-Identifier: MIT
import { namespaceFamily, type Dataset, type Entry } from '../dataset/index.ts';
import { passingFragments, readXep, type XepDocument } from '../xep/index.ts';
import { decodeReferences, lineIndex, type Position } from '../xml/index.ts';
import { carrierId, descriptionLanguages, isXmlName, type Name } from './found.ts';
import { gather } from './gather.ts';
import type { Where } from './record.ts';
import type { ReviewOptions } from './review.ts';

/** A name that a document uses or declares and the dataset has not judged. */
export interface UnjudgedName extends Name {
  /** As a carrier's id would be. */
  readonly id: string;
  /** Whether this document defines it. */
  readonly own: boolean;
  readonly where: readonly Where[];
  /** How often it occurs. */
  readonly count: number;
  /** Where it stands first. */
  readonly start: Position;
}

/** A name that the document's entry has and the document does not. */
export interface AbsentName {
  /** The part of the entry that names it. */
  readonly part: 'namespaces' | 'formTypes' | JudgedPart;
  readonly id: string;
}

type JudgedPart = 'carriers' | 'containers' | 'controls' | 'notPersonal';
const judgedParts: readonly JudgedPart[] = ['carriers', 'containers', 'controls', 'notPersonal'];

/** How far the dataset has judged a document's vocabulary. */
export interface Coverage {
  readonly path: string;
  readonly number: string;
  readonly title: string;
  /** Distinct names in examples, schemas and registrar snippets. */
  readonly names: number;
  readonly judged: number;
  /** Names beside these that are no vocabulary: in no namespace, of a schema language, or no XML name at all. */
  readonly passedOver: number;
  /** In document order. */
  readonly unjudged: readonly UnjudgedName[];
  readonly absent: readonly AbsentName[];
}

/** Compares a document's vocabulary with the dataset. Pure; never throws, whatever the text. */
export function coverXep(path: string, text: string, dataset: Dataset, options: Pick<ReviewOptions, 'entities' | 'fragments'> = {}): Coverage {
  const document = readXep(text, options.entities);
  const seen = new Map<string, { readonly name: Name; readonly judged: boolean; readonly where: Set<Where>; first: number; count: number }>();
  const { own } = gather(document, dataset, options.fragments ?? passingFragments(), 'full', (name, judged, where, span) => {
    const id = carrierId(name.namespace, name.element, name.attribute, name.field);
    const { start } = span();
    const known = seen.get(id);
    if (known) {
      known.where.add(where);
      known.first = Math.min(known.first, start);
      known.count++;
    } else {
      seen.set(id, { name, judged, where: new Set([where]), first: start, count: 1 });
    }
  });
  const lines = lineIndex(text);
  const names = [...seen].filter(([, { name, judged }]) => judged || isVocabulary(name));
  const unjudged = names.filter(([, { judged }]) => !judged).sort(([, one], [, other]) => one.first - other.first).map(([id, { name, where, first, count }]): UnjudgedName => ({
    id, ...name, own: name.field ? name.field.formType !== null && own.definesForm(name.field.formType) : own.defines(name.namespace),
    where: [...where], count, start: lines.positionAt(first),
  }));
  const { number, title } = document.header;
  return { path, number, title, names: names.length, judged: names.length - unjudged.length, passedOver: seen.size - names.length, unjudged, absent: own.entry ? absentNames(own.entry, document, [...seen.values()].map(({ name }) => name)) : [] };
}

/**
 * Whether a name that nobody judged belongs to a protocol's vocabulary at all. In no namespace stand the templates of registrar snippets,
 * grammar symbols (`<any digit>`), pieces of other formats; a schema language describes vocabulary and is none; some things only look like a tag.
 */
function isVocabulary({ namespace, element, attribute }: Name): boolean {
  return namespace !== '' && !descriptionLanguages.has(namespace) && isXmlName(element) && isXmlName(attribute ?? element);
}

/** What an entry names that neither markup nor prose of its document has. */
function absentNames(entry: Entry, { text, entities }: XepDocument, seen: readonly Name[]): AbsentName[] {
  // Only the few names that are not written out ask for the text with its entities replaced.
  let replaced: string | undefined;
  const has = (test: (text: string) => boolean): boolean => test(text) || test(replaced ??= decodeReferences(text, entities));
  const families = new Set(seen.flatMap(({ namespace, field }) => [namespace, field?.formType ?? '']).map(namespaceFamily));
  const absent: AbsentName[] = [];
  for (const part of ['namespaces', 'formTypes'] as const) {
    absent.push(...entry[part].filter((one) => !families.has(namespaceFamily(one)) && !has((where) => where.includes(one))).map((id) => ({ part, id })));
  }
  for (const part of judgedParts) {
    for (const record of entry[part]) {
      for (const match of record.match) {
        const field = record.form === undefined ? null : { formType: record.form, var: match };
        const [element = '', attribute = null] = match.split('@');
        const words = (field ? [match] : match.split('@')).filter((word) => word !== '*');
        if (!words.every((word) => has((where) => hasWord(where, word)))) {
          absent.push({ part, id: carrierId(record.in ?? '', element, attribute, field) });
        }
      }
    }
  }
  return absent;
}

/** Whether a text has a word that is no part of a longer name. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\w-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + word.length))) {
      return true;
    }
  }
  return false;
}
