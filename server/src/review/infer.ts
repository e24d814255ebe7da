// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset, ValueShape } from '../dataset/index.ts';
import type { Unjudged } from './collect.ts';
import { impersonalWords, nameRule, wordsOf } from './names.ts';
import { valueShape } from './shape.ts';

interface Guess {
  readonly category: string;
  readonly also: readonly string[];
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Above this score an unjudged name is shown as a carrier. */
const threshold = 0.5;

const shapeCategories: ReadonlyMap<ValueShape, { readonly category: string; readonly also?: readonly string[]; readonly says: string }> = new Map([
  ['user-jid', { category: 'jid', says: 'its example values look like account addresses' }],
  ['occupant-jid', { category: 'pseudonym', says: 'its example values look like room occupants' }],
  ['ip', { category: 'network-address', says: 'its example values look like IP addresses' }],
  ['email', { category: 'contact-details', says: 'its example values look like e-mail addresses' }],
  ['phone', { category: 'contact-details', says: 'its example values look like phone numbers' }],
]);

/**
 * Judges vocabulary that the dataset does not know, from its name, schema type, example values and place.
 * Returns a verdict that says `inferred` and why, or undefined where nothing speaks for personal data.
 */
export function infer(unjudged: Unjudged, dataset: Dataset): CarrierVerdict | undefined {
  const guess = guessOf(unjudged);
  if (!guess || guess.score < threshold) {
    return undefined;
  }
  return {
    kind: 'carrier', category: guess.category, also: guess.also.filter((other) => other !== guess.category).slice(0, 2),
    sensitivity: dataset.categories.get(guess.category)?.sensitivity ?? 'medium',
    subject: ['user'], recipients: [], retention: 'unspecified', mitigations: [], rights: [], flags: [],
    note: `May be personal data: ${guess.reasons.join('; ')}.`, source: '', entry: '',
  };
}

function guessOf(unjudged: Unjudged): Guess | undefined {
  const name = unjudged.field?.var ?? unjudged.attribute ?? unjudged.element;
  const byShape = shapeGuess(unjudged);
  if (unjudged.attribute === null && !unjudged.field && unjudged.wraps && !unjudged.hasText) {
    return undefined;
  }
  const words = wordsOf(name);
  const rule = nameRule(name);
  const reasons: string[] = [];
  let score = 0;
  let category = '';
  let also: readonly string[] = [];
  if (rule) {
    score = rule.strength;
    category = rule.category;
    also = rule.also ?? [];
    reasons.push(`the name "${name}" is one that ${category} data has elsewhere`);
  }
  if (byShape) {
    if (category === '' || category === byShape.category) {
      score = Math.max(score, 0.6) + 0.15;
    } else {
      score += 0.2;
      also = [...also, byShape.category];
    }
    category ||= byShape.category;
    reasons.push(byShape.reasons[0] ?? '');
  }
  if (category === '') {
    return undefined;
  }
  score += adjust(unjudged, words, byShape !== undefined);
  return { category, also, score, reasons };
}

/** Schema types, controls and impersonal words raise or lower a guess. */
function adjust(unjudged: Unjudged, words: readonly string[], shaped: boolean): number {
  let change = 0;
  const { types } = unjudged;
  if (types.has('boolean') || types.has('enumeration') || types.has('empty') || types.has('list-single')) {
    change -= 0.35;
  }
  if (types.has('text-private')) {
    change += 0.3;
  }
  if (types.has('jid-single') || types.has('jid-multi')) {
    change += 0.2;
  }
  if ((types.has('integer') || types.has('unsignedInt') || types.has('positiveInteger')) && !shaped) {
    change -= 0.2;
  }
  if (words.some((word) => impersonalWords.has(word)) && !shaped) {
    change -= words.length > 1 ? 0.25 : 0.4;
  }
  const { values } = unjudged;
  if (!shaped && values.length > 0 && values.every((value) => /^(?:true|false|0|1|yes|no)$/.test(value))) {
    change -= 0.4;
  }
  if (!shaped && values.length > 1 && values.every((value) => { const shape = valueShape(value); return shape === 'domain' || shape === 'room-jid'; })) {
    change -= 0.4;
  }
  if (unjudged.attribute === null && !unjudged.field && !unjudged.hasText && values.length === 0) {
    change -= 0.3;
  }
  return change;
}

function shapeGuess(unjudged: Unjudged): Guess | undefined {
  const counts = new Map<ValueShape, number>();
  for (const value of unjudged.values) {
    const shape = valueShape(value);
    if (shape) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  for (const [shape, meaning] of shapeCategories) {
    if ((counts.get(shape) ?? 0) * 2 >= unjudged.values.length && counts.has(shape)) {
      return { category: meaning.category, also: meaning.also ?? [], score: 0.6, reasons: [meaning.says] };
    }
  }
  return undefined;
}
