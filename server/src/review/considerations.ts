// SPDX-License-Identifier: MIT
import { considerationsSection, kindredSections, passingFragments, proseBetween, sectionProse, type ConsiderationsKind, type Derivation, type FragmentCache, type XepDocument, type XepSection } from '../xep/index.ts';
import { walkElements, type Span, type XmlElement } from '../xml/index.ts';
import { gradeOf } from './grade.ts';
import type { ConsiderationsState, Detail } from './record.ts';
import { sentencesOf } from './sentences.ts';

/** A question that the author has left open. */
export interface OpenPoint extends Span {
  readonly question: string;
}

/** A considerations section as read, before the document's categories are held against it. */
export interface ReadConsiderations {
  readonly state: ConsiderationsState;
  readonly grade: number;
  /** What the section says, and what sections of the same kind say elsewhere; open questions are no part of it. */
  readonly discussion: string;
  /** Paragraphs and list items of the section that hold an open question, with what stands behind its TODO. */
  readonly open: readonly OpenPoint[];
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

/** The words by which one sentence, in lower case, says that nothing needs saying (data/README.md, decision rule 11). */
const denials: readonly RegExp[] = [
  new RegExp(`\\bno ${concern}\\b`),
  new RegExp(`(?:\\bnot|n'?t|n\u2019t|\\bneither|\\bnever) (?:\\w+ ){0,2}?(?:(?:known|expected|believed|thought|likely|anticipated|supposed|meant) to )?${raise} (?:any |a |the )?${concern}\\b`),
  new RegExp(`\\b(?:unaware|not aware|n'?t aware) of any(?: ${concern}\\b|[\\s.]*$)`),
  /(?:\bnot|n'?t|n\u2019t) (?:\w+ )?(?:affect|change|alter|influence|impact|weaken|lessen) (?:\w+ ){0,4}?(?:security|privacy)\b(?! (?:settings?|lists?|polic|labels?))/,
  new RegExp(`\\bno personal(?:ly identifiable)? (?:data|information)\\b|\\bnot (?:\\w+ )?${hold} any (?:personal|private|user)\\b`),
  /^(?:currently |there (?:are|is) |as yet |so far )?none(?: (?:are|is|have been|has been|were))?,? (?:yet|known|so far|at this time|at present|currently|for now|beyond|other than|besides|apart|above|additional|specific|identified|defined|foreseen|found|that (?:we|i|the authors?))\b/,
  /\b(?:there are|has|have|introduces?|raises?|adds?|poses?|knows? of) none(?:[\s.]*| (?:that|beyond|yet|at)\b[^]*)$/,
  /^(?:there is |(?:this|the) \w+ (?:adds|introduces|raises|brings) )?nothing (?:new|special|specific|particular|further|else|more|beyond|to (?:say|add|consider|discuss|note))\b/,
  /^no more than (?:those|that|what)\b|^(?:this section (?:is|does) )?(?:does )?not (?:applicable|relevant|apply)\b/,
];

/** Without one of these words none of the denials matches: most sentences have none, and are looked at once. */
const negation = /\b(?:no|none|nothing|neither|never|unaware)\b|n(?:o|['’]?)t\b/i;

/** What `&rfc6120;` and its like bring along behind the name, where it was written out: title and address of the document. */
const citation = /\b(?:RFC|XEP)[- ]?[\dXx]{3,4}: [^<>]{0,160}<https?:[^<>]*>\.?/g;

/** Where one sentence turns from denying to something else, or back. */
const turns = /[;:]\s|\b(?:but|however|except|although|though|unless|whereas|while)\b/i;
const harmWords = /\b(?:leak\w*|reveal\w*|disclos\w*|expos\w*|attack\w*|spoof\w*|impersonat\w*|harvest\w*|correlat\w*|eavesdrop\w*|intercept\w*|abus\w*|malicious|guess\w*|fingerprint\w*|flood\w*|compromis\w*|unauthorized|denial of service|track\w*|learns?|identif(?:y|ies|iable)|danger\w*)\b/i;

const orders = /\b(?:MUST|SHOULD|MAY|SHALL|REQUIRED|RECOMMENDED|OPTIONAL|opt[- ]?(?:in|out)|explicit consent|user consent|permission)\b/;

/** Paragraphs and list items in which the author has left a question open. */
const openMark = /\b(?:TODO|TBD|FIXME|XXX)\b/g;
const paragraphs: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'td']);

/**
 * Reads one considerations section of a document: where it is, what state it is in, and how much it says (data/README.md, decision rule 11).
 * A summary has the state only. A section that did not change is not read again.
 */
export function readConsiderations(document: XepDocument, kind: ConsiderationsKind, fragments: FragmentCache = passingFragments(), detail: Detail = 'full'): ReadConsiderations {
  const { text } = document;
  const sections = document.sections.filter((one) => mayConsider.test(one.topic));
  const section = considerationsSection(sections, kind);
  if (detail === 'summary') {
    return { ...nothing, state: section ? readSection(document, section).state : 'absent' };
  }
  const derivation = fragments.unchanged<Derivation<SectionHere>>('considerations', [text.slice(document.prolog.start, document.prolog.end), document.entityFile], () => ({ slot: 'considerations' }));
  const read = (one: XepSection): SectionHere => fragments.derive(text.slice(one.element.start, one.element.end), derivation, () => sectionHere(document, one));
  const elsewhere = kindredSections(sections, kind).map((one) => read(one).prose).join(' ');
  if (!section) {
    return { ...nothing, discussion: elsewhere };
  }
  const { state, prose, grade, open } = read(section);
  const { start, end, openEnd } = section.element;
  return {
    state, grade, discussion: `${prose} ${elsewhere}`, span: { start, end }, head: { start, end: openEnd },
    open: open.map((point) => ({ ...point, start: start + point.start, end: start + point.end })),
  };
}

/** Words that the topics of sections which are looked at have in common. */
const mayConsider = /privacy|security|data protection|confidentiality|anonymity|leak/i;

const nothing: ReadConsiderations = { state: 'absent', grade: 0, discussion: '', open: [], span: null, head: null };

/** A section as its own text has it; spans count from where it starts. */
interface SectionHere extends Pick<ReadConsiderations, 'grade' | 'open'> {
  readonly state: Exclude<ConsiderationsState, 'absent'>;
  readonly prose: string;
}

function sectionHere(document: XepDocument, section: XepSection): SectionHere {
  const { text, entities } = document;
  const { state, prose, open } = readSection(document, section);
  const { start } = section.element;
  return {
    state, prose, grade: gradeOf(prose, state),
    // A paragraph that is nothing but the word is no question: the section's state tells of it.
    open: open.map((element) => ({ start: element.start - start, end: element.end - start, question: questionIn(proseBetween(text, element.openEnd, element.closeStart, entities)) })).filter(({ question }) => question !== ''),
  };
}

/** A section's state, what it says apart from open questions (nothing where it holds no text), and the paragraphs with these. */
function readSection({ text, entities }: XepDocument, section: XepSection): Pick<SectionHere, 'state' | 'prose'> & { readonly open: readonly XmlElement[] } {
  const { element } = section;
  const whole = sectionProse(text, section, entities);
  const state = stateOf(whole);
  // A remark in a comment is the author's own: readers have the paragraph as it is.
  const shown = text.slice(element.openEnd, element.closeStart).replace(/<!--[^]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  const marks = [...shown.matchAll(openMark)].map(({ index }) => element.openEnd + index);
  if (marks.length === 0) {
    return { state, prose: state === 'present' ? whole : '', open: [] };
  }
  let next = 0;
  // Elements come in document order, so marks that lie behind are done with.
  const holdsMark = ({ openEnd, closeStart }: XmlElement): boolean => {
    while ((marks[next] ?? openEnd) < openEnd) {
      next++;
    }
    return (marks[next] ?? closeStart) < closeStart;
  };
  const open = new Set<XmlElement>();
  walkElements(element.children, (child) => {
    const isOpen = paragraphs.has(child.name) && holdsMark(child);
    if (isOpen) {
      open.add(child);
    }
    return !isOpen;
  });
  const prose = state === 'present' ? sectionProse(text, section, entities, (child) => open.has(child)) : '';
  return { state: state === 'present' && prose === '' ? 'placeholder' : state, prose, open: [...open] };
}

function questionIn(prose: string): string {
  return prose.split(openMark)[1]?.replace(/^[\s:,.-]+/, '') ?? '';
}

/** Placeholder, denial or real text. An empty section is a placeholder. */
export function stateOf(prose: string): Exclude<ConsiderationsState, 'absent'> {
  const text = prose.replace(/\s+/g, ' ').trim();
  if (text === '' || placeholder.test(text) || (text.length < promiseLimit && promise.test(text))) {
    return 'placeholder';
  }
  const said = text.replace(citation, '');
  return said.length < 260 && sentencesOf(said).length === 1 && isDenial(said) ? 'denial' : 'present';
}

/** Whether a sentence denies and does nothing else: what stands before or after the denial names no harm and gives no order. */
function isDenial(sentence: string): boolean {
  if (!negation.test(sentence) || orders.test(sentence)) {
    return false;
  }
  const parts = sentence.split(turns);
  const denying = parts.filter((part) => isDenying(part.trim().toLowerCase()));
  return denying.length > 0 && parts.every((part) => denying.includes(part) || !harmWords.test(part));
}

function isDenying(part: string): boolean {
  return negation.test(part) && denials.some((pattern) => pattern.test(part));
}
