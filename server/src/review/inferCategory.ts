// SPDX-License-Identifier: MIT
import { titleWords, type Lexicon } from '../dataset/index.ts';
import type { Evidence } from './evidence.ts';
import { nameRule } from './names.ts';
import type { Speech } from './speech.ts';

/** Weights of the evidence, as log odds. Fitted over the curated entries, each XEP judged by what all others teach. */
const weights = { usual: 0.74, sameKind: 0.16, stems: 0.63, pair: 0.87, title: 0.44, rule: 1.36, ownerRule: 0.91, topics: 0.86, address: 1.18, addressUnderOtherName: 0.29, ip: 1.07, contact: 0.92, date: 1.13, sentence: 1.4 } as const;

/** How often XEPs speak of a category on average (see `Speech.topics`): what a document must exceed to be about it. */
const usualTopics: Readonly<Record<string, number>> = {
  'jid': 0.3, 'pseudonym': 0.43, 'presence': 1.17, 'profile': 0.4, 'contact-details': 0.13, 'credentials': 0.48, 'crypto-identity': 0.33, 'social-graph': 1.66, 'message-content': 0.99,
  'communication-metadata': 1.38, 'location': 0.77, 'activity': 1.43, 'device-client': 0.66, 'media-file': 0.64, 'moderation-record': 0.26, 'sensor': 0.15,
};

/** What a document's title and words say about categories beforehand, as log odds in the order of the lexicon's categories. */
export function documentCategories(title: string, speech: Speech, lexicon: Lexicon): readonly number[] {
  const sums = lexicon.categories.map((id, index) => weights.usual * (lexicon.usualCategories[index] ?? 0) + weights.topics * ((speech.topics[index] ?? 0) - (usualTopics[id] ?? 0)));
  addMean(sums, titleWords(title).map((word) => `title:${word}`), weights.title, lexicon);
  return sums;
}

/** Below this share of the likelihood a further category is not worth naming. */
const furtherShare = 0.25;

/** The likeliest category of a carrier, and up to two others that may well be meant. */
export function inferCategory(evidence: Evidence, beforehand: readonly number[], lexicon: Lexicon): { readonly category: string; readonly also: readonly string[] } {
  const sums = [...beforehand];
  const add = (category: string | undefined, odds: number): void => {
    const index = category === undefined ? -1 : lexicon.categories.indexOf(category);
    if (index >= 0) {
      sums[index] = (sums[index] ?? 0) + odds;
    }
  };
  const { rule, features } = evidence;
  const only = (prefix: string): string[] => features.filter((feature) => feature.startsWith(prefix));
  addMean(sums, only(`${evidence.kind}:`), weights.sameKind, lexicon);
  addMean(sums, only('s:'), weights.stems, lexicon);
  addMean(sums, only('@:'), weights.pair, lexicon);
  add(rule?.category, weights.rule * (rule?.strength ?? 0));
  add(nameRule(evidence.owner)?.category, weights.ownerRule);
  const addresses = evidence.shaped('user-jid');
  if (rule?.category === 'contact-details') {
    add('contact-details', weights.address * addresses);
  } else {
    add('jid', (rule && rule.category !== 'jid' ? weights.addressUnderOtherName : weights.address) * addresses);
  }
  add('network-address', weights.ip * evidence.shaped('ip'));
  add('contact-details', weights.contact * evidence.shaped('email', 'phone'));
  add('communication-metadata', weights.date * evidence.date);
  add('message-content', weights.sentence * evidence.sentence);
  const likelihoods = sums.map(Math.exp);
  const total = likelihoods.reduce((sum, one) => sum + one, 0);
  const ranked = lexicon.categories.map((id, index) => ({ id, share: (likelihoods[index] ?? 0) / total })).sort((one, other) => other.share - one.share);
  return { category: ranked[0]?.id ?? 'activity', also: ranked.slice(1, 3).filter(({ share }) => share >= furtherShare).map(({ id }) => id) };
}

/** Adds what the features teach: their sum, damped for names and titles of many words. */
function addMean(sums: number[], features: readonly string[], weight: number, lexicon: Lexicon): void {
  const known = features.map((feature) => lexicon.categoryOdds(feature)).filter((odds) => odds !== undefined);
  for (const odds of known) {
    odds.forEach((one, index) => {
      sums[index] = (sums[index] ?? 0) + (weight * one) / Math.sqrt(known.length);
    });
  }
}
