// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { BroughtCategory } from './brought.ts';
import { speakerOf } from './discussed.ts';
import type { QuestionKind } from './questionRules.ts';
import { sentencesOf } from './sentences.ts';

const limits = /\b(?:ret(?:ention|ain\w*)|expir\w*|delet\w*|purg\w*|eras\w*|remov\w*|discard\w*|how long|no longer than|time limit|lifetime|(?:stored?|kept|keep|cache\w*) (?:\S+ ){0,4}(?:for|until|while|as long))\b/i;
const choice = /\b(?:default\w*|opt(?:ed|ing)?[- ]?(?:in|out)|consent|explicit\w*|enabl\w*|disabl\w*|turn\w* (?:on|off)|switch\w* (?:on|off)|configur\w*|permission|approv\w*|only if|unless|control which|choose|choice)\b/i;
const seen = /\b(?:expos\w*|reveal\w*|disclos\w*|visible|shar(?:e|ed|ing)|sees?|learns?|access\w*|leak\w*|available|publish\w*|public\w*|receiv\w*|broadcast\w*|transmit\w*|sent)\b/i;
const seers = /\b(?:servers?|services?|contacts?|recipients?|participants?|occupants?|subscribers?|third[- ]part(?:y|ies)|anyone|everyone|everybody|public\w*|peers?|entit(?:y|ies)|others?|part(?:y|ies))\b/i;

/** Words by which a sentence on a category answers a question on it; all patterns of one must be met. */
const answers: Readonly<Record<QuestionKind, readonly RegExp[]>> = {
  'special-category': [/\b(?:religio\w*|health|sexual\w*|politic\w*|ethnic\w*|belief\w*|opt[- ]?in|express\w*|explicit\w*)\b/i],
  purpose: [/\b(?:necessary|needed|need to|purpose|in order to|required (?:for|to)|minimi\w+|useful)\b/i],
  precision: [/\b(?:accura\w*|precis\w*|exact\w*|coarse\w*|round\w*|approximat\w*|granular\w*|fuzz\w*|deliberate)\b/i],
  observers: [seen, seers],
  public: [choice],
  network: [/\b(?:relay\w*|prox(?:y|ies)|hid(?:e|ing|den)|control which|expos\w*|withhold\w*|turn server|not (?:be )?(?:sen[dt]|reveal|disclos|return)\w*)\b/i],
  persistence: [/\b(?:correlat\w*|linkab\w*|track\w*|rotat\w*|renew\w*|regenerat\w*|persisten\w*|stable|fingerprint\w*|random\w*)\b/i],
  retention: [limits],
  erasure: [limits],
  default: [choice],
  automatic: [choice],
  sharing: [/\b(?:only (?:to|with|if|those|for)|authori[sz]ed|subscri\w*|roster|whitelist|access model|opt[- ]?(?:in|out)|disabl\w*|turn\w* off|per[- ]contact|not (?:be )?sen[dt]|approv\w*)\b/i],
  services: [/\b(?:third[- ]part(?:y|ies)|push services?|external services?|providers?|operators?|components?|gateways?|relays?|prox(?:y|ies))\b/i, seen],
  'third-parties': [/\b(?:other (?:people|persons?|users?|entit)|third[- ]part(?:y|ies)|reported|bystander\w*|contacts?|consent of|on behalf of)\b/i, /\b(?:MUST|SHOULD|MAY|consent|privacy|inform\w*|anonymi\w*)\b/],
  judged: [/\b(?:reported|accused|false|wrong\w*|appeal\w*|correct\w*|malicious)\b/i],
  secrets: [/\b(?:hash\w*|salt\w*|plain[- ]?text|clear[- ]?text|stored?|storing|revok\w*|revoc\w*|expir\w*|invalidat\w*|single[- ]use|one[- ]time)\b/i],
  content: [/\b(?:encrypt\w*|plain[- ]?text|clear[- ]?text|eavesdrop\w*|confidential\w*|end[- ]to[- ]end)\b/i],
  compromise: [/\b(?:compromis\w*|breach\w*|break-?in|stolen|steal\w*|unauthori[sz]ed|encrypted at rest)\b/i],
  copies: [/\b(?:cop(?:y|ies|ied)|archiv\w*|logs?|logged|logging|backups?|forward\w*)\b/i],
  misuse: [/\b(?:attack\w*|abus\w*|misus\w*|malicious|harm\w*|exploit\w*|impersonat\w*|spam\w*|harass\w*|stalk\w*)\b/i],
  surveillance: [/\b(?:track\w*|surveil\w*|monitor\w*|behavio\w*|habits?|profil(?:e|es|ing)|correlat\w*|deduc\w*|infer\w*|pattern\w*)\b/i],
};

/**
 * Tells which questions on a category a text answers. Sentences that speak of the category count, and each next one;
 * where a document brings `alone` one category, its considerations are about that.
 */
export function answersIn(discussion: string, { category, carriers }: BroughtCategory, alone: boolean, dataset: Dataset): (kind: QuestionKind) => boolean {
  const sentences = discussion.trim() === '' ? [] : sentencesOf(discussion);
  const speaks = speakerOf(category, carriers, dataset);
  const about = alone ? sentences : sentences.filter((sentence, at) => speaks(sentence) || (at > 0 && speaks(sentences[at - 1] ?? '')));
  return (kind) => about.some((sentence) => answers[kind].every((pattern) => pattern.test(sentence)));
}
