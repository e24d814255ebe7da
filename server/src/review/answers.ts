// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { BroughtCategory } from './brought.ts';
import { hasPhrase, speakerOf, wordsOf } from './discussed.ts';
import type { QuestionKind } from './questionRules.ts';
import { sentencesOf } from './sentences.ts';

/** Whether a sentence says something; `words` are its words, a space before, between and behind them. */
type Said = (sentence: string, words: string) => boolean;

const limits = either(phrases('retention, retain*, expir*, delet*, purg*, eras*, remov*, discard*, how long, no longer than, time limit, lifetime'),
  pattern(/\b(?:stored?|kept|keep|cache\w*) (?:\S+ ){0,4}(?:for|until|while|as long)\b/i));
const choice = phrases('default*, opt in, opt out, optin, optout, opted in, opted out, opting in, opting out, consent, explicit*, enabl*, disabl*, turn on, turn off, turns on, turns off, turned on, turned off, turning on, turning off, '
  + 'switch on, switch off, switched on, switched off, switching on, switching off, configur*, permission, approv*, only if, unless, control which, choose, choice');
const seen = phrases('expos*, reveal*, disclos*, visible, share, shared, sharing, see, learn, access*, leak*, available, publish*, public*, receiv*, broadcast*, transmit*, sent');
const seers = phrases('server, service, contact, recipient, participant, occupant, subscriber, third party, third parties, anyone, everyone, everybody, public*, peer, entity, entities, other, party, parties');

/** What a sentence on a category must say to answer a question on it. Phrases as in `phrases` of data/categories.json. */
const answers: Readonly<Record<QuestionKind, Said>> = {
  'special-category': phrases('religio*, health, sexual*, politic*, ethnic*, belief*, opt in, optin, express*, explicit*'),
  purpose: phrases('necessary, needed, need to, purpose, in order to, required for, required to, minimi*, useful'),
  precision: phrases('accura*, precis*, exact*, coarse*, round*, approximat*, granular*, fuzz*, deliberate'),
  observers: both(seen, seers),
  public: choice,
  network: phrases('relay*, proxy, proxies, hide, hiding, hidden, control which, expos*, withhold*, turn server, not send*, not sent*, not reveal*, not disclos*, not return*, not be send*, not be sent*, not be reveal*, not be disclos*, not be return*'),
  persistence: phrases('correlat*, linkab*, track*, rotat*, renew*, regenerat*, persisten*, stable, fingerprint*, random*'),
  retention: limits,
  erasure: limits,
  default: choice,
  automatic: choice,
  sharing: phrases('only to, only with, only if, only those, only for, authorised, authorized, subscri*, roster, whitelist, access model, opt in, opt out, optin, optout, disabl*, turn off, turns off, turned off, turning off, per contact, '
    + 'not send, not sent, not be send, not be sent, approv*'),
  services: both(phrases('third party, third parties, push service, external service, provider, operator, component, gateway, relay, proxy, proxies'), seen),
  'third-parties': both(phrases('other people, other person, other user, other entity, other entities, third party, third parties, reported, bystander*, contact, consent of, on behalf of'), either(pattern(/\b(?:MUST|SHOULD|MAY)\b/), phrases('consent, privacy, inform*, anonymi*'))),
  judged: phrases('reported, accused, false, wrong*, appeal*, correct*, malicious'),
  secrets: phrases('hash*, salt*, plain text, plaintext, clear text, cleartext, store, stored, storing, revok*, revoc*, expir*, invalidat*, single use, one time'),
  content: phrases('encrypt*, plain text, plaintext, clear text, cleartext, eavesdrop*, confidential*, end to end'),
  compromise: phrases('compromis*, breach*, break in, breakin, stolen, steal*, unauthorised, unauthorized, encrypted at rest'),
  copies: phrases('copy, copies, copied, archiv*, log, logged, logging, backup, forward*'),
  misuse: phrases('attack*, abus*, misus*, malicious, harm*, exploit*, impersonat*, spam*, harass*, stalk*'),
  surveillance: phrases('track*, surveil*, monitor*, behavio*, habit, profile, profiling, correlat*, deduc*, infer*, pattern*'),
};

/**
 * Tells which questions on a category a text answers. Sentences that speak of the category count, and each next one;
 * where a document brings `alone` one category, its considerations are about that.
 */
export function answersIn(discussion: string, { category, carriers }: BroughtCategory, alone: boolean, dataset: Dataset): (kind: QuestionKind) => boolean {
  const sentences = sentencesOf(discussion);
  const speaks = alone ? (): boolean => true : speakerOf(category, carriers, dataset);
  const about = sentences.filter((sentence, at) => speaks(sentence) || speaks(sentences[at - 1] ?? '')).map((sentence) => ({ sentence, words: ` ${wordsOf(sentence)} ` }));
  return (kind) => about.some(({ sentence, words }) => answers[kind](sentence, words));
}

function phrases(list: string): Said {
  const all = list.split(', ');
  return (_sentence, words) => all.some((phrase) => hasPhrase(words, phrase));
}

function pattern(expression: RegExp): Said {
  return (sentence) => expression.test(sentence);
}

function either(...all: readonly Said[]): Said {
  return (sentence, words) => all.some((one) => one(sentence, words));
}

function both(...all: readonly Said[]): Said {
  return (sentence, words) => all.every((one) => one(sentence, words));
}
