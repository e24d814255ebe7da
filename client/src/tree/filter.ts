// SPDX-License-Identifier: MIT
import type { CarrierSummary, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { documentTitle, fileName, statusWords } from '../xepDocument.ts';
import { categoryWords, considerationsState, considerationsWords, levelWord } from './words.ts';

/**
 * The carriers of a document that a filter chooses; undefined where the document does not match.
 * Each word must occur in the document's own texts or in a carrier; words that occur only in carriers choose among these:
 * the carriers that have all of them, else those that have one. `status:`, `type:`, `level:`, `code:` and `category:` before a word look nowhere else.
 */
export function filterCarriers(review: ReviewSummary, carriers: readonly CarrierSummary[], filter: string): readonly CarrierSummary[] | undefined {
  const words = filter.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const open = words.filter((word) => !isOfDocument(review, word));
  if (open.length === 0) {
    return carriers;
  }
  const having = open.map((word) => new Set(carriers.filter((carrier) => isOfCarrier(carrier, word))));
  if (having.some(({ size }) => size === 0)) {
    return undefined;
  }
  const all = carriers.filter((carrier) => having.every((set) => set.has(carrier)));
  return all.length > 0 ? all : carriers.filter((carrier) => having.some((set) => set.has(carrier)));
}

function isOfDocument(review: ReviewSummary, word: string): boolean {
  const [key, wanted] = keyAndWord(word);
  switch (key) {
    case 'status': return begins([statusWords(review), review.status], wanted);
    case 'type': return begins([review.type, review.kind], wanted);
    case 'level': return begins([review.level, levelWord(review.level)], wanted);
    case 'code': return begins(review.codes, wanted);
    case 'category': return false;
    case null: return [
      documentTitle(review), review.name, fileName(review.uri), statusWords(review), review.status, review.type, review.level, levelWord(review.level), review.basis, ...review.codes, ...review.tags,
      considerationsWords(considerationsState(review)),
    ].join('\n').toLowerCase().includes(word);
  }
}

function isOfCarrier({ label, id, category, categoryLabel }: CarrierSummary, word: string): boolean {
  const [key, wanted] = keyAndWord(word);
  switch (key) {
    case 'category': return begins([category, categoryLabel, categoryWords(categoryLabel)], wanted);
    case null: return `${label}\n${id}\n${category}\n${categoryLabel}\n${categoryWords(categoryLabel)}`.toLowerCase().includes(word);
    default: return false;
  }
}

const keys = ['status', 'type', 'level', 'code', 'category'] as const;

/** What stands before and after the colon; namespaces have colons too, so only known keys count. */
function keyAndWord(word: string): readonly [(typeof keys)[number] | null, string] {
  const key = keys.find((one) => word.startsWith(`${one}:`)) ?? null;
  return [key, key === null ? word : word.slice(key.length + 1)];
}

function begins(texts: readonly string[], word: string): boolean {
  return texts.some((text) => text.toLowerCase().startsWith(word));
}
