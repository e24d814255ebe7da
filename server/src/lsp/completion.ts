// SPDX-License-Identifier: MIT
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { oneLine } from '../report/index.ts';
import { considerationsSection } from '../xep/index.ts';
import { answer, type Feature } from './context.ts';
import { isInBlock, sectionAt } from './cursor.ts';
import type { Reviewed } from './reviews.ts';

/** Characters that open a completion by themselves. */
export const completionTriggers = ['&'];

/** References to XEPs after `&`, and inside considerations the kinds of data that the document carries. */
export const completion: Feature = (context) => {
  context.connection.onCompletion(({ textDocument, position }) => answer(context, textDocument.uri, (reviewed) => completionsAt(reviewed, reviewed.places.offset(position))));
};

function completionsAt(reviewed: Reviewed, offset: number): CompletionItem[] {
  if (isInBlock(reviewed, offset)) {
    return [];
  }
  const before = reviewed.text.slice(Math.max(0, offset - 40), offset);
  const reference = /&([A-Za-z]*\d{0,4})$/.exec(before);
  if (reference) {
    const end = reviewed.text.startsWith(';', offset) ? offset + 1 : offset;
    return 'xep'.startsWith((reference[1] ?? '').toLowerCase().slice(0, 3)) ? entityItems(reviewed, offset - reference[0].length, end) : [];
  }
  const word = /(?:^|[\s>(,])([A-Za-z]*)$/.exec(before);
  return word && isInConsiderations(reviewed, offset) ? categoryItems(reviewed, offset - (word[1] ?? '').length, offset) : [];
}

function entityItems({ dataset, document, places }: Reviewed, start: number, end: number): CompletionItem[] {
  const range = places.range(start, end);
  const items: CompletionItem[] = [];
  for (const [number, entry] of dataset.entries) {
    // Without an entity file nobody knows which entities there are: all are offered.
    if (/^\d{4}$/.test(number) && (document.entities.has(`xep${number}`) || !document.entities.has('xep0001'))) {
      const label = `&xep${number};`;
      items.push({ label, kind: CompletionItemKind.Reference, detail: oneLine(entry.title), filterText: label, sortText: number, textEdit: { range, newText: label } });
    }
  }
  return items;
}

function isInConsiderations(reviewed: Reviewed, offset: number): boolean {
  const { sections } = reviewed.document;
  const wanted = [considerationsSection(sections, 'privacy'), considerationsSection(sections, 'security')];
  for (let section = sectionAt(reviewed, offset) ?? null; section; section = section.parent) {
    if (wanted.includes(section)) {
      return true;
    }
  }
  return false;
}

/** What neither section mentions yet comes first, then what the document carries, then the rest. */
function categoryItems({ dataset, review, places }: Reviewed, start: number, end: number): CompletionItem[] {
  const range = places.range(start, end);
  const carried = new Set(review.carriers.filter((carrier) => carrier.own && !carrier.baseline).map((carrier) => carrier.category));
  const missing = new Set(review.considerations.privacy.missing);
  return [...dataset.categories.values()].map((category, index): CompletionItem => {
    const rank = missing.has(category.id) ? 0 : carried.has(category.id) ? 1 : 2;
    const detail = ['carried, not mentioned yet', 'carried by this document', 'not carried by this document'][rank] ?? '';
    return {
      label: category.short, kind: CompletionItemKind.Keyword, detail, documentation: category.definition,
      sortText: `${rank}${String(index).padStart(3, '0')}`, textEdit: { range, newText: category.short },
    };
  });
}
