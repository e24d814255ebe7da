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

const placeholder = /^(?:REQUIRED|STRONGLY RECOMMENDED|RECOMMENDED|OPTIONAL|TBD|TODO|To follow|To be \w+|To come|None|N\/?A|Not applicable|XXX|FIXME|\.\.\.|…)[\s.!…]*$/i;

/** Openings of the one sentence that says that nothing needs saying (codebook 6.2 and its ruling 9). */
const denials: readonly RegExp[] = [
  /\bno (?:known |new |additional |further |specific |particular |special |other |real |apparent |obvious )*(?:\w+ ){0,3}?(?:considerations?|concerns?|issues?|implications?|features|risks?|impact|problems?|vulnerabilit\w+)\b/i,
  /\b(?:introduces?|raises?|adds?|creates?|poses?|opens?|entails?|has|have) no\b/i,
  /\b(?:does|do|should|is|are|will|did) not (?:\w+ )?(?:introduce|raise|add|create|pose|open|expected to|believed to|entail|have|affect|change|bring)\b/i,
  /\b(?:doesn'?t|don'?t|shouldn'?t) (?:\w+ )?(?:introduce|raise|add|create|pose|open|entail|have|affect|change|bring)\b/i,
  /\bunaware of any\b|\bnone (?:yet|known|so far|at this time|beyond|other than|are known|has been|have been|identified|that)\b|\bnot aware of any\b|\bnothing (?:new|special|beyond|specific|particular)\b|\bno more than\b/i,
];

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
  if (text === '' || placeholder.test(text)) {
    return 'placeholder';
  }
  return text.length < 260 && isOneSentence(text) && denials.some((pattern) => pattern.test(text)) ? 'denial' : 'present';
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
