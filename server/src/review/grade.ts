// SPDX-License-Identifier: MIT
import { sentencesOf } from './sentences.ts';
import type { ConsiderationsState } from './record.ts';

const risks = new RegExp(`\\b(?:${[
  'leak\\w*', 'reveal\\w*', 'disclos\\w*', 'expos\\w*', 'learn\\w*', 'track\\w*', 'attack\\w*', 'spoof\\w*', 'impersonat\\w*', 'harvest\\w*', 'correlat\\w*', 'link(?:able|ability|ed)', 'infer(?:red|ence)?', 'deduc\\w*', 'de-?anonymi\\w*',
  'identif(?:y|ies|ied|iable|ying)', 'sensitive', 'confidential\\w*', 'eavesdrop\\w*', 'intercept\\w*', 'abus\\w*', 'malicious', 'guess\\w*', 'fingerprint\\w*', 'denial[- ]of[- ]service', 'flood\\w*', 'vulnerab\\w*', 'compromis\\w*', 'risks?', 'danger\\w*', 'threat\\w*',
  'private', 'personal\\w*', 'privacy(?! considerations?)', 'unauthori[sz]ed', 'forg(?:e|ed|ery|ing)', 'publish\\w*', 'publicly', 'world[- ]readable', 'visible to', 'transmitted to', 'shared with', 'surveil\\w*', 'monitor\\w*', 'profiling', 'invasion', 'invad\\w*',
  '(?:un|not )(?:desir|want)\\w*', 'not a desirable', 'suspicious', 'third[- ]part(?:y|ies)', 'spam\\w*', 'steal\\w*', 'stolen', 'theft',
].join('|')})\\b`, 'i');
const controls = /\b(?:MUST|SHOULD|SHALL|MAY|REQUIRED|RECOMMENDED)\b/;
const limits = /\b(?:retention|retain(?:ed|s)?|expir\w+|delet\w+|purg\w+|by default|defaults?(?= (?:to|should|must|is|are|access|setting|value|behavio\w*))|how long|(?:stored|kept|keep|store) (?:\w+ ){0,4}(?:for|until)|no longer than|time limit|lifetime)\b/i;
/** Who is told to see something is the reader; "strangers see the notes" points nowhere. */
const pointer = /\bconsiderations?\b|^see\b|(?:^for\b.{0,120}|[(,;:] ?|\bplease )\bsee the |\bsee (?:also |XEP|RFC)/i;

/** How much a section says (data/README.md, decision rule 11): 0 nothing, 1 a denial or pointer, 2 names a risk, 3 orders a control too, 4 says how long or what holds by default too. */
export function gradeOf(prose: string, state: ConsiderationsState): number {
  if (state !== 'present') {
    return state === 'denial' ? 1 : 0;
  }
  const own = sentencesOf(prose).filter((sentence) => !pointer.test(sentence)).join(' ');
  if (!risks.test(own)) {
    return 1;
  }
  return !controls.test(own) ? 2 : !limits.test(own) ? 3 : 4;
}
