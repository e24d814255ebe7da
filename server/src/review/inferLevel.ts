// SPDX-License-Identifier: MIT
import type { Dataset, Level } from '../dataset/index.ts';
import type { XepDocument } from '../xep/index.ts';
import type { Carrier, Relevance } from './record.ts';
import type { Speech } from './speech.ts';

/** Words of the prose that raise a level, with their weight. Fitted over the curated entries together with the weights below. */
const cues: readonly { readonly words: RegExp; readonly weight: number }[] = [
  { words: /\busers?\b/g, weight: 0.15 },
  { words: /\bpassword|credential|secret\b|token\b/g, weight: 0.11 },
  { words: /\bstor(?:e|es|ed|age)\b|\barchiv\w|persist/g, weight: 0.24 },
  { words: /\blocation\b|\baddress/g, weight: 0.16 },
  { words: /\bleak|reveal|disclos|expos/g, weight: 0.24 },
];
const weights = { base: 0.76, title: 0.58, own: 0.3, borrowedJid: 0.41, topics: 0.06 } as const;
/** A document that says nothing of any category is as far below the usual sum of topics as this. */
const usualTopics = 12;
const thresholds: readonly (readonly [below: number, level: Level])[] = [[0.8, 'none'], [1.4, 'low'], [2.5, 'medium']];

const publicAudience = /\b(?:public(?:ly)?|anyone|anybody|open access|all (?:users|entities)|world)\b/i;

/** Level, codes and reason of a document that nobody has judged, from its carriers and its words. */
export function inferLevel(document: XepDocument, carriers: readonly Carrier[], speech: Speech, dataset: Dataset): Pick<Relevance, 'level' | 'codes' | 'reason'> {
  const counted = carriers.filter((carrier) => !carrier.baseline);
  const own = counted.filter((carrier) => carrier.own);
  const { prose } = speech;
  const level = own.length + counted.length === 0 && !/\b(?:users?|persons?|people)\b/i.test(prose) ? 'none' : levelOf(document, own, counted, speech, dataset);
  const labels = [...new Set((own.length > 0 ? own : counted).map((carrier) => carrier.category))].map((id) => dataset.categories.get(id)?.label.toLowerCase() ?? id);
  const subject = own.length > 0 ? 'what it defines' : 'what it uses';
  if (level === 'none') {
    return { level, codes: [], reason: 'Nothing that it defines is known or seen to carry personal data of weight.' };
  }
  return { level, codes: codesFor(level, own.length > 0 ? own : counted, prose), reason: labels.length === 0 ? 'Inferred from the words of its text: it speaks of users and of what becomes known of them.' : `Inferred: the names and example values of ${subject} speak of ${listOf(labels)}.` };
}

function levelOf(document: XepDocument, own: readonly Carrier[], all: readonly Carrier[], speech: Speech, dataset: Dataset): Level {
  const spoken = cues.reduce((sum, cue) => sum + cue.weight * speech.often(cue.words), 0);
  const topics = speech.topics.reduce((sum, topic) => sum + topic, 0);
  const sum = weights.base + weights.title * (dataset.lexicon().titleLevel(document.header.title) - 1.5) + spoken + weights.topics * (topics - usualTopics)
    + weights.own * Math.log1p(own.length) + (all.some((carrier) => !carrier.own && carrier.category === 'jid') ? weights.borrowedJid : 0);
  const level = thresholds.find(([below]) => sum < below)?.[1] ?? 'high';
  return level === 'none' && own.length > 0 ? 'low' : level;
}

/** The codes of a level that the carriers' categories support, most telling first; the likeliest one where none does. */
function codesFor(level: Level, carriers: readonly Carrier[], prose: string): string[] {
  const codes = new Set<string>();
  for (const carrier of carriers) {
    for (const code of categoryCodes[carrier.category] ?? []) {
      if (code.startsWith(level.charAt(0).toUpperCase()) && (code !== 'H4' || publicAudience.test(prose))) {
        codes.add(code);
      }
    }
  }
  if (codes.size === 0) {
    codes.add(level === 'high' ? 'H1' : level === 'medium' ? 'M1' : carriers.some((carrier) => carrier.own) ? 'L5' : 'L1');
  }
  return [...codes].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
}

const categoryCodes: Readonly<Record<string, readonly string[]>> = {
  'message-content': ['H1', 'M4'], 'media-file': ['H1', 'M4'], location: ['H2', 'M1'], financial: ['H2'], credentials: ['H3', 'M7'], 'social-graph': ['H4', 'M3'],
  profile: ['H5', 'M4'], 'contact-details': ['H5', 'M4'], 'network-address': ['H6', 'L2'], 'moderation-record': ['H7', 'M4'], presence: ['M1'], activity: ['M1'],
  'communication-metadata': ['M1'], sensor: ['M1'], 'device-client': ['M2'], 'crypto-identity': ['M2'], pseudonym: ['M4'], jid: ['L5'],
};

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
