// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset, Lexicon, ValueShape } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import type { Unjudged } from './found.ts';
import { documentCategories, inferCategory } from './inferCategory.ts';
import type { Speech } from './speech.ts';
import { recipientsOn } from './way.ts';

/**
 * Weights of the evidence, as log odds. Fitted over the curated entries, each XEP judged by what all others teach
 * (`npm run accuracy` prints how well that goes); a name is shown when its sum is above zero. Those of IP addresses and contact
 * details are set higher than fitted: in published examples they are often a server's, in a new document they are worth a look.
 */
const weights = {
  bias: -1.57, exact: 0.1, exactKind: 0.38, stems: 0.46, pair: 0.92, rule: 0.25, ruleText: 0.64,
  userAddress: 1.68, ip: 1.2, contact: 1.2, service: -0.45, truth: -0.87, sentence: 0.28, date: 0.74,
  wrapper: -0.93, emptyWithAttributes: -1.29, textElement: 0.84, field: 0.33, choice: -0.19, integer: -0.3, personalType: 0.49,
  title: 0.71, users: 0.29, persons: 0.21, servers: -0.27, privacy: 0.41, size: -0.28, topics: 0.08,
} as const;
/** Names of a usual document, as `log(1 + count)`: in a longer list, fewer are of weight. */
const usualSize = 3;

/** What a document says beforehand about its names. */
export interface Beforehand {
  /** How likely they carry personal data, as log odds. */
  readonly odds: number;
  /** Which categories they then have, see `documentCategories`. */
  readonly categories: readonly number[];
  /** Elements with attributes, as `namespace element`. */
  readonly withAttributes: ReadonlySet<string>;
}

export function beforehand(document: XepDocument, speech: Speech, unjudged: ReadonlyMap<string, Unjudged>, dataset: Dataset): Beforehand {
  const lexicon = dataset.lexicon();
  const { title } = document.header;
  const withAttributes = new Set<string>();
  for (const { namespace, element, attribute } of unjudged.values()) {
    if (attribute !== null) {
      withAttributes.add(`${namespace} ${element}`);
    }
  }
  const odds = weights.bias + weights.title * lexicon.titleOdds(title) + weights.size * (Math.log1p(unjudged.size) - usualSize)
    + weights.users * speech.often(/\busers?\b/g) + weights.persons * speech.often(/\bpersons?\b|\bpeople\b|\bhuman\b|\bsomeone\b/g)
    + weights.servers * speech.often(/\bservers?\b|\bservices?\b/g) + weights.privacy * speech.often(/\bprivacy|personal/g)
    + weights.topics * speech.topics.reduce((sum, topic) => sum + topic, 0);
  return { odds, withAttributes, categories: documentCategories(title, speech, lexicon) };
}

/**
 * Judges vocabulary that the dataset does not know, from its name, schema type, example values and place.
 * Returns a verdict that says why, or undefined where too little speaks for personal data.
 */
export function infer(unjudged: Unjudged, before: Beforehand, dataset: Dataset): CarrierVerdict | undefined {
  const evidence = evidenceOf(unjudged);
  const lexicon = dataset.lexicon();
  const bare = !before.withAttributes.has(`${unjudged.namespace} ${unjudged.element}`);
  if (before.odds + nameOdds(unjudged, evidence, lexicon) + valueOdds(evidence) + structureOdds(unjudged, evidence, bare) <= 0) {
    return undefined;
  }
  const { category, also } = inferCategory(evidence, before.categories, lexicon);
  return {
    kind: 'carrier', category, also, sensitivity: dataset.categories.get(category)?.sensitivity ?? 'medium',
    subject: ['user'], recipients: recipientsOn(unjudged.ways), retention: 'unspecified', mitigations: [], rights: [], flags: [],
    note: `May be personal data: ${reasonsOf(evidence, lexicon).join('; ')}.`, source: '', entry: '',
  };
}

function nameOdds(unjudged: Unjudged, { kind, features, rule }: Evidence, lexicon: Lexicon): number {
  const oddsOf = (prefix: string): number[] => features.filter((feature) => feature.startsWith(prefix)).map((feature) => lexicon.odds(feature));
  const sum = (odds: readonly number[]): number => odds.reduce((total, one) => total + one, 0);
  const stems = oddsOf('s:');
  const strength = rule?.strength ?? 0;
  return weights.exact * sum(oddsOf('n:')) + weights.exactKind * sum(oddsOf(`${kind}:`)) + (weights.stems * sum(stems)) / Math.sqrt(Math.max(1, stems.length))
    + weights.pair * sum(oddsOf('@:')) + (weights.rule + (kind === 'f' || unjudged.hasText ? weights.ruleText : 0)) * strength;
}

function valueOdds({ shaped, truth, sentence, date }: Evidence): number {
  return weights.userAddress * shaped('user-jid') + weights.ip * shaped('ip') + weights.contact * shaped('email', 'phone') + weights.service * shaped('domain', 'room-jid')
    + weights.truth * truth + weights.sentence * sentence + weights.date * date;
}

function structureOdds({ wraps, hasText, types }: Unjudged, { kind }: Evidence, bare: boolean): number {
  const typed = (pattern: RegExp): boolean => [...types].some((type) => pattern.test(type));
  let odds = kind === 'f' ? weights.field : 0;
  if (kind === 'e') {
    if (wraps) {
      odds += hasText ? 0 : weights.wrapper;
    } else {
      odds += hasText ? weights.textElement : bare ? 0 : weights.emptyWithAttributes;
    }
  }
  odds += typed(/^(?:boolean|empty|enumeration)$|^list-/) ? weights.choice : 0;
  odds += typed(/^(?:unsigned)?(?:int|short|byte|long)$|integer$/i) ? weights.integer : 0;
  return odds + (typed(/^(?:text-private|text-multi|jid-)/) ? weights.personalType : 0);
}

const shapeReasons: readonly { readonly shapes: readonly ValueShape[]; readonly says: string }[] = [
  { shapes: ['ip'], says: 'its example values look like IP addresses' },
  { shapes: ['email', 'phone'], says: 'its example values look like contact details' },
  { shapes: ['occupant-jid'], says: 'its example values look like room occupants' },
  { shapes: ['user-jid'], says: 'its example values look like account addresses' },
];
/** A reason quotes no more of a name than this. */
const quotedLength = 60;
/** In how many XEPs a word must be seen in names to be given as a reason. */
const tellingWord = 3;

/** Why, in words; at least one reason. */
function reasonsOf({ name, features, rule, shaped }: Evidence, lexicon: Lexicon): string[] {
  const reasons: string[] = [];
  const quoted = name.length > quotedLength ? `${name.slice(0, quotedLength)}…` : name;
  const { judged, carriers } = lexicon.seen(`n:${name.toLowerCase()}`);
  if (carriers > 0) {
    reasons.push(`"${quoted}" carries it in ${carriers} of ${judged} XEPs that have the name`);
  } else {
    // Of a name that is not known as a whole, only words can be.
    const stem = features.find((feature) => lexicon.odds(feature) > 0 && lexicon.seen(feature).carriers >= tellingWord);
    if (stem !== undefined) {
      const seen = lexicon.seen(stem);
      reasons.push(`names with "${stem.slice(2, 2 + quotedLength)}" in them carry it in ${seen.carriers} of ${seen.judged} XEPs`);
    }
  }
  reasons.push(...shapeReasons.filter(({ shapes }) => shaped(...shapes) >= 0.5).map(({ says }) => says));
  if (reasons.length === 0) {
    reasons.push(rule ? `the name "${quoted}" is one that such data has elsewhere` : 'its name, its place and what the document is about');
  }
  return reasons;
}
