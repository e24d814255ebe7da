// SPDX-License-Identifier: MIT
import { nameFeatures, wordsOf, type CarrierVerdict, type Dataset, type Lexicon, type ValueShape } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';
import type { Unjudged } from './found.ts';
import { impersonalWords, nameRule } from './names.ts';
import { valueShape } from './shape.ts';

/**
 * Weights of the evidence, as log odds. Fitted once over the curated entries, each XEP judged by what all others teach
 * (`npm run accuracy` prints how well that goes); a name is shown when its sum is above zero.
 */
const weights = {
  bias: -1.1, exact: 0.26, exactKind: 0.24, words: 0.42, parents: 0.26, rule: 0.66, impersonal: -0.17, title: 0.75, users: 0.36, persons: 0.3, servers: -0.23,
  userAddress: 1.74, occupantAddress: 0.6, ip: 1.2, contact: 1.2, service: -0.58, boolean: -0.69, prose: 0.36, time: 0.67,
  wrapper: -0.85, emptyElement: -0.42, textElement: 0.86, choice: -0.12, integer: -0.41, personalType: 0.52,
} as const;

/** What a document's title and prose say beforehand about how likely its names carry personal data, as log odds. */
export function documentOdds(document: XepDocument, dataset: Dataset): number {
  const prose = document.root ? document.text.slice(document.header.span.end, document.root.end).replace(/<!\[CDATA\[(?:[^]*?\]\]>|[^]*$)|<[^<>]*>/g, ' ').toLowerCase() : '';
  const words = prose.split(/\s+/).length + 200;
  const often = (pattern: RegExp): number => Math.log1p((1000 * (prose.match(pattern)?.length ?? 0)) / words);
  return weights.bias + weights.title * dataset.lexicon().titleOdds(document.header.title)
    + weights.users * often(/\busers?\b/g) + weights.persons * often(/\bpersons?\b|\bpeople\b|\bhuman\b|\bsomeone\b/g) + weights.servers * often(/\bservers?\b|\bservices?\b/g);
}

/**
 * Judges vocabulary that the dataset does not know, from its name, schema type, example values and place.
 * Returns a verdict that says `inferred` and why, or undefined where too little speaks for personal data.
 */
export function infer(unjudged: Unjudged, odds: number, dataset: Dataset): CarrierVerdict | undefined {
  const name = unjudged.field?.var ?? unjudged.attribute ?? unjudged.element;
  const shapes = shareOfShapes(unjudged.values);
  const lexicon = dataset.lexicon();
  if (odds + nameOdds(unjudged, name, lexicon) + shapeOdds(unjudged, shapes) + structureOdds(unjudged, shapes) <= 0) {
    return undefined;
  }
  const { category, also, reasons } = categoryOf(unjudged, name, shapes, lexicon);
  return {
    kind: 'carrier', category, also, sensitivity: dataset.categories.get(category)?.sensitivity ?? 'medium',
    subject: ['user'], recipients: [], retention: 'unspecified', mitigations: [], rights: [], flags: [],
    note: `May be personal data: ${reasons.join('; ')}.`, source: '', entry: '',
  };
}

function kindOf(unjudged: Unjudged): 'e' | 'a' | 'f' {
  return unjudged.field ? 'f' : unjudged.attribute === null ? 'e' : 'a';
}

function nameOdds(unjudged: Unjudged, name: string, lexicon: Lexicon): number {
  const lower = name.toLowerCase();
  const kind = kindOf(unjudged);
  const words = wordsOf(name);
  const owners = kind === 'a' ? wordsOf(unjudged.element).map((word) => `p:${word}`) : [...unjudged.parents].flatMap(wordsOf).slice(0, 4).map((word) => `t:${word}`);
  const sum = (features: readonly string[]): number => features.reduce((total, feature) => total + lexicon.odds(feature), 0);
  return weights.exact * lexicon.odds(`n:${lower}`) + weights.exactKind * lexicon.odds(`${kind}:${lower}`)
    + (weights.words * sum(words.map((word) => `t:${word}`))) / Math.sqrt(Math.max(1, words.length))
    + (weights.parents * sum(owners)) / Math.max(1, owners.length)
    + weights.rule * (nameRule(name)?.strength ?? 0) + (words.some((word) => impersonalWords.has(word)) ? weights.impersonal : 0);
}

interface Shapes {
  readonly share: (...shapes: readonly ValueShape[]) => number;
  readonly boolean: number;
  readonly prose: number;
  readonly time: number;
}

function shareOfShapes(values: readonly string[]): Shapes {
  const shapes = values.map(valueShape);
  const part = (test: (value: string) => boolean): number => (values.length === 0 ? 0 : values.filter(test).length / values.length);
  return {
    share: (...wanted) => (values.length === 0 ? 0 : shapes.filter((shape) => shape !== undefined && wanted.includes(shape)).length / values.length),
    boolean: part((value) => /^(?:true|false|0|1)$/.test(value)),
    prose: part((value) => value.length > 12 && /\s/.test(value) && valueShape(value) === undefined),
    time: part((value) => /^\d{4}-\d\d-\d\d/.test(value)),
  };
}

function shapeOdds(_unjudged: Unjudged, shapes: Shapes): number {
  return weights.userAddress * shapes.share('user-jid') + weights.occupantAddress * shapes.share('occupant-jid') + weights.ip * shapes.share('ip') + weights.contact * shapes.share('email', 'phone')
    + weights.service * shapes.share('domain', 'room-jid') + weights.boolean * shapes.boolean + weights.prose * shapes.prose + weights.time * shapes.time;
}

function structureOdds(unjudged: Unjudged, shapes: Shapes): number {
  let odds = 0;
  if (kindOf(unjudged) === 'e') {
    odds += unjudged.wraps ? (unjudged.hasText ? 0 : weights.wrapper) : unjudged.hasText ? weights.textElement : weights.emptyElement;
  }
  const types = [...unjudged.types];
  if (types.some((type) => /^(?:boolean|empty|enumeration)$|^list-/.test(type))) {
    odds += weights.choice;
  }
  if (types.some((type) => /int|short|byte|long/i.test(type)) && shapes.share('user-jid') === 0) {
    odds += weights.integer;
  }
  if (types.some((type) => type === 'text-private' || type.startsWith('jid-'))) {
    odds += weights.personalType;
  }
  return odds;
}

const shapeCategories: readonly { readonly shapes: readonly ValueShape[]; readonly category: string; readonly says: string }[] = [
  { shapes: ['ip'], category: 'network-address', says: 'its example values look like IP addresses' },
  { shapes: ['email', 'phone'], category: 'contact-details', says: 'its example values look like contact details' },
  { shapes: ['occupant-jid'], category: 'pseudonym', says: 'its example values look like room occupants' },
  { shapes: ['user-jid'], category: 'jid', says: 'its example values look like account addresses' },
];

/** The category that most of the evidence names, up to two others, and the reasons in words. */
function categoryOf(unjudged: Unjudged, name: string, shapes: Shapes, lexicon: Lexicon): { readonly category: string; readonly also: readonly string[]; readonly reasons: readonly string[] } {
  const votes = new Map<string, number>();
  const reasons: string[] = [];
  const vote = (category: string | undefined, weight: number): void => {
    if (category !== undefined) {
      votes.set(category, (votes.get(category) ?? 0) + weight);
    }
  };
  const rule = nameRule(name);
  if (rule) {
    vote(rule.category, 1 + rule.strength);
  }
  for (const feature of nameFeatures(kindOf(unjudged), name, kindOf(unjudged) === 'a' ? unjudged.element : null)) {
    const { judged, carriers } = lexicon.seen(feature);
    vote(lexicon.category(feature), (carriers / (judged + 1)) * (feature.startsWith('n:') ? 2 : feature.startsWith('p:') ? 0.6 : 1));
    if (feature.startsWith('n:') && carriers > 0) {
      reasons.push(`"${name}" carries it in ${carriers} of ${judged} XEPs that have the name`);
    }
  }
  for (const parent of [...unjudged.parents].flatMap(wordsOf).slice(0, 4)) {
    vote(lexicon.category(`t:${parent}`), 0.3);
  }
  for (const { shapes: wanted, category, says } of shapeCategories) {
    const share = shapes.share(...wanted);
    if (share >= 0.5) {
      vote(category, 1.5);
      reasons.push(says);
    }
  }
  const ranked = [...votes].sort((one, other) => other[1] - one[1]);
  const category = ranked[0]?.[0] ?? 'activity';
  if (reasons.length === 0) {
    reasons.push(rule ? `the name "${name}" is one that such data has elsewhere` : 'its name, its place and what the document is about');
  }
  return { category, also: ranked.slice(1).filter(([, weight]) => weight >= 1.5).slice(0, 2).map(([other]) => other), reasons };
}
