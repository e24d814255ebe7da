// SPDX-License-Identifier: MIT
import type { Category, Dataset } from '../dataset/index.ts';
import { considerationsSection, sectionProse, type ConsiderationsKind, type XepDocument } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import type { ConsiderationsState } from './record.ts';

/** A considerations section as read, before the document's categories are held against it. */
export interface ReadConsiderations {
  readonly state: ConsiderationsState;
  readonly grade: number;
  readonly prose: string;
  readonly span: Span | null;
  /** Span of the section's start tag, where a finding about it is shown. */
  readonly head: Span | null;
}

const placeholder = /^(?:REQUIRED|STRONGLY RECOMMENDED|RECOMMENDED|OPTIONAL|TBD|TODO|To follow|To be \w+|To come|Coming soon|Pending|None|N\/?A|Not applicable|XXX|FIXME|\.\.\.|…)[\s.!?…]*$/i;

/** A promise of text with a short remark behind it. `REQUIRED` and `None` are not among them: they also open real sentences. */
const promise = /^(?:TBD|TODO|FIXME|XXX|To follow|To be (?:written|added|done|defined|determined|completed|discussed|provided))\b(?!-)/i;
const promiseLimit = 120;

const qualifier = '(?:known|new|novel|additional|further|extra|specific|particular|special|other|own|real|relevant|serious|major|significant|obvious|apparent|inherent|such|direct|unique|data|protection|related|features?|and|or)';
const topic = '(?:security|privacy)(?:[ -]related|[ -]relevant)?';
/** What is denied: a concern of any kind, or an effect where it is one on security or privacy. */
const concern = `(?:(?:(?:${qualifier}|${topic})[ ,]+){0,6}(?:considerations?|concerns?|issues?|implications?|risks?|problems?|vulnerabilit(?:y|ies)|threats?)`
  + `|(?:${qualifier}[ ,]+){0,3}${topic} (?:${qualifier} ){0,2}(?:features|impact|effects?|aspects?|consequences|relevance)|(?:impact|effects?|influence|bearing) on (?:\\w+ ){0,3}(?:security|privacy))`;
const raise = '(?:introduce|raise|add|create|pose|open|entail|have|bring|yield|cause|present|imply|involve|give rise to|lead to|contain|know of|see)';
const hold = '(?:process|carry|collect|store|transmit|contain|involve|handle|use|expose|disclose|reveal)(?:e?s)?';

/** The words by which one sentence says that nothing needs saying (codebook 6.2 and its ruling 9). */
const denials: readonly RegExp[] = [
  new RegExp(`\\bno ${concern}\\b`, 'i'),
  new RegExp(`(?:\\bnot|n'?t|n\u2019t|\\bneither|\\bnever) (?:\\w+ ){0,2}?(?:(?:known|expected|believed|thought|likely|anticipated|supposed|meant) to )?${raise} (?:any |a |the )?${concern}\\b`, 'i'),
  new RegExp(`\\b(?:unaware|not aware|n'?t aware) of any(?: ${concern}\\b|[\\s.]*$)`, 'i'),
  /(?:\bnot|n'?t|n\u2019t) (?:\w+ )?(?:affect|change|alter|influence|impact|weaken|lessen) (?:\w+ ){0,4}?(?:security|privacy)\b(?! (?:settings?|lists?|polic|labels?))/i,
  new RegExp(`\\bno personal(?:ly identifiable)? (?:data|information)\\b|\\bnot (?:\\w+ )?${hold} any (?:personal|private|user)\\b`, 'i'),
  /^(?:currently |there (?:are|is) |as yet |so far )?none(?: (?:are|is|have been|has been|were))?,? (?:yet|known|so far|at this time|at present|currently|for now|beyond|other than|besides|apart|above|additional|specific|identified|defined|foreseen|found|that (?:we|I|the authors?))\b/i,
  /\b(?:there are|has|have|introduces?|raises?|adds?|poses?|knows? of) none(?: (?:that|beyond|yet|at)\b.*)?[\s.]*$/i,
  /^(?:there is |(?:this|the) \w+ (?:adds|introduces|raises|brings) )?nothing (?:new|special|specific|particular|further|else|more|beyond|to (?:say|add|consider|discuss|note))\b/i,
  /^no more than (?:those|that|what)\b|^(?:this section (?:is|does) )?(?:does )?not (?:applicable|relevant|apply)\b/i,
];

/** What `&rfc6120;` and its like bring along behind the name: title and address of the document. */
const citation = /\b(?:RFC|XEP)[- ]?[\dXx]{3,4}: [^<>]{0,160}<https?:[^<>]*>\.?/g;

/** Where one sentence turns from denying to something else, or back. */
const turns = /[;:]\s|\b(?:but|however|except|although|though|unless|whereas|while)\b/i;
const harmWords = /\b(?:leak\w*|reveal\w*|disclos\w*|expos\w*|attack\w*|spoof\w*|impersonat\w*|harvest\w*|correlat\w*|eavesdrop\w*|intercept\w*|abus\w*|malicious|guess\w*|fingerprint\w*|flood\w*|compromis\w*|unauthorized|denial of service|track\w*|learns?|identif(?:y|ies|iable)|danger\w*)\b/i;

const controlWords = /\b(?:MUST|SHOULD|MAY|SHALL|REQUIRED|RECOMMENDED|OPTIONAL|opt[- ]?(?:in|out)|explicit consent|user consent|permission)\b/;
const retentionWords = /\b(?:retention|retain(?:ed|s)?|expir\w+|delet\w+|remov\w+|purg\w+|by default|defaults? to|default (?:access|setting|value|behavio)\w*|how long|stored for|no longer than|time limit|opt[- ]?in)\b/i;
const riskWords = /\b(?:leak\w*|reveal\w*|disclos\w*|expos\w*|learn\w*|track\w*|attack\w*|spoof\w*|impersonat\w*|harvest\w*|correlat\w*|link\w*|infer\w*|identif\w*|sensitive|confidential\w*|privacy|eavesdrop\w*|intercept\w*|abus\w*|malicious|guess\w*|fingerprint\w*|denial of service|flood\w*|vulnerab\w*|compromis\w*|risk\w*|danger\w*|threat\w*|private|personal\w*|unauthorized|forg\w+)\b/i;
const pointerWords = /\b(?:see|refer to|described in|defined in|discussed in|specified in|apply|applies|considerations (?:of|for|in|from|set forth|described|specified|provided))\b/i;

/** Reads one considerations section of a document: where it is, what state it is in, and how much it says (codebook 6.3). */
export function readConsiderations(document: XepDocument, kind: ConsiderationsKind): ReadConsiderations {
  const section = considerationsSection(document.sections, kind);
  if (!section) {
    return { state: 'absent', grade: 0, prose: '', span: null, head: null };
  }
  const prose = sectionProse(document.text, section, document.entities);
  const { start, end, openEnd } = section.element;
  const state = stateOf(prose);
  return { state, grade: gradeOf(prose, state), prose, span: { start, end }, head: { start, end: openEnd } };
}

/** Placeholder, denial or real text. An empty section is a placeholder. */
export function stateOf(prose: string): Exclude<ConsiderationsState, 'absent'> {
  const text = prose.replace(/\s+/g, ' ').trim();
  if (text === '' || placeholder.test(text) || (text.length < promiseLimit && promise.test(text))) {
    return 'placeholder';
  }
  const said = text.replace(citation, '');
  return said.length < 260 && isOneSentence(said) && isDenial(said) ? 'denial' : 'present';
}

/** Whether a sentence denies and does nothing else: what stands before or after the denial names no harm and gives no order. */
function isDenial(sentence: string): boolean {
  if (controlWords.test(sentence)) {
    return false;
  }
  const parts = sentence.split(turns);
  const denying = parts.filter((part) => denials.some((pattern) => pattern.test(part.trim())));
  return denying.length > 0 && parts.every((part) => denying.includes(part) || !harmWords.test(part));
}

function isOneSentence(text: string): boolean {
  const stops = text.replace(/\b(?:e\.g|i\.e|etc|cf|vs|RFC|XEP|No)\./g, '').match(/[.!?](?=\s+["'(]?[A-Z])/g) ?? [];
  return stops.length === 0;
}

function gradeOf(prose: string, state: ConsiderationsState): number {
  if (state !== 'present') {
    return state === 'denial' ? 1 : 0;
  }
  if (!riskWords.test(prose) || (prose.length < 200 && pointerWords.test(prose) && isOneSentence(prose))) {
    return 1;
  }
  if (!controlWords.test(prose)) {
    return 2;
  }
  return retentionWords.test(prose) ? 4 : 3;
}

/** Whether a text speaks of a category, by the field's terms for it or by one of the element names given. */
export function speaksOf(prose: string, category: Category, names: readonly string[]): boolean {
  const text = prose.toLowerCase();
  return category.terms.some((term) => text.includes(term)) || names.some((name) => name.length > 3 && text.includes(name.toLowerCase()));
}

/** Categories in dataset order that a document's prose sections mention, and those of weight that neither mentions. */
export function coverage(privacy: ReadConsiderations, security: ReadConsiderations, carried: ReadonlyMap<string, readonly string[]>, dataset: Dataset): { readonly privacy: readonly string[]; readonly security: readonly string[]; readonly missing: readonly string[] } {
  const covered = { privacy: [] as string[], security: [] as string[], missing: [] as string[] };
  for (const [id, names] of carried) {
    const category = dataset.categories.get(id);
    if (!category) {
      continue;
    }
    const inPrivacy = privacy.state === 'present' && speaksOf(privacy.prose, category, names);
    const inSecurity = security.state === 'present' && speaksOf(security.prose, category, names);
    if (inPrivacy) {
      covered.privacy.push(id);
    }
    if (inSecurity) {
      covered.security.push(id);
    }
    if (!inPrivacy && !inSecurity && category.weight > 1) {
      covered.missing.push(id);
    }
  }
  return covered;
}
