// SPDX-License-Identifier: MIT
import type { Dataset, DocumentKind } from '../dataset/index.ts';
import { isNamespaceAttribute, repairNamespace, type Derivation, type Fragment, type FragmentCache, type XepDocument, type XepHeader } from '../xep/index.ts';
import { walkElements, type Span } from '../xml/index.ts';
import { carrierName } from './carrierName.ts';
import type { ReadConsiderations } from './considerations.ts';
import type { Carrier, ProblemCode, Severity } from './record.ts';
import { realAddresses } from './realAddresses.ts';

/** A problem before its positions are known. */
export interface FoundProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly about?: string;
  readonly span: Span;
}

/** How strictly a document's considerations are judged, by what it is and how far it has come; undefined: not at all. */
export function strictness(header: XepHeader, kind: DocumentKind): Severity | undefined {
  if (kind !== 'protocol') {
    return undefined;
  }
  const status = header.status.toLowerCase();
  if (/^(?:protoxep|experimental|proposed)$/.test(status)) {
    return header.type === 'Standards Track' || status === 'protoxep' ? 'warning' : 'information';
  }
  return /^(?:draft|stable|active|deferred)$/.test(status) ? 'information' : 'hint';
}

/** What the document's privacy section leaves to be wished, given the categories that the document itself brings. */
export function considerationsProblems(document: XepDocument, kind: DocumentKind, carriers: readonly Carrier[], privacy: ReadConsiderations, missing: readonly string[], dataset: Dataset): FoundProblem[] {
  const severity = strictness(document.header, kind);
  const own = carriers.filter((carrier) => carrier.own && !carrier.baseline);
  if (!severity || own.length === 0) {
    return [];
  }
  const categories = [...new Set(own.map((carrier) => carrier.category))].map((id) => dataset.categories.get(id)?.short ?? id);
  const carried = shortList(categories, 3);
  const place = privacy.head ?? headerSpan(document);
  const problems: FoundProblem[] = [];
  const report = (code: ProblemCode, message: string, about?: string): void => {
    problems.push({ code, severity, message: clip(message), ...about !== undefined && { about }, span: place });
  };
  switch (privacy.state) {
    case 'absent': report('considerations/privacy-missing', `No Privacy Considerations, yet the document carries ${carried}: add the section.`); break;
    case 'placeholder': report('considerations/privacy-placeholder', `Privacy Considerations hold no text, yet the document carries ${carried}: write them.`); break;
    case 'denial': report('considerations/privacy-denial', `Privacy Considerations deny any, yet the document carries ${carried}: discuss them.`); break;
    default:
  }
  for (const { question, ...span } of privacy.open) {
    problems.push({ code: 'considerations/privacy-placeholder', severity, message: `Privacy Considerations leave a point open: "${shorten(question, 40)}" Answer it, then take out the TODO.`, about: question, span });
  }
  for (const id of missing) {
    const label = dataset.categories.get(id)?.short ?? id;
    const names = own.filter((carrier) => carrier.category === id).map(carrierName);
    report('considerations/uncovered', `The considerations do not mention ${label}, carried by ${shortList(names, 2)}: say who sees it.`, id);
  }
  return problems;
}

/** Broken namespaces, examples that their author meant to be complete and are not, and addresses that somebody may own. */
export function sourceProblems(document: XepDocument, carriers: readonly Carrier[], fragments: FragmentCache): FoundProblem[] {
  const problems: FoundProblem[] = [];
  for (const problem of document.tree.problems) {
    problems.push({ code: 'source/not-well-formed', severity: 'information', message: clip(`${problem.message} Mend the markup.`), about: problem.message, span: problem });
  }
  for (const { kind, content } of document.blocks) {
    if (kind === 'stanzas') {
      for (const { span, ...problem } of fragments.derive(content.text, exampleProblems, problemsIn)) {
        problems.push({ ...problem, span: content.toSource(span.start, span.end) });
      }
    }
  }
  for (const { host, instead, span } of realAddresses(document, carriers)) {
    problems.push({ code: 'example/real-address', severity: 'information', message: clip(`"${host}" may belong to somebody: use ${instead}.`), about: host, span });
  }
  return problems;
}

const exampleProblems: Derivation<readonly FoundProblem[]> = { slot: 'problems' };

/** What is wrong in an example; spans are those of its own text. */
function problemsIn({ tree }: Fragment): FoundProblem[] {
  const problems: FoundProblem[] = [];
  let partial = tree.nodes.length === 0;
  walkElements(tree.nodes, (element) => {
    if (element.name === 'stream:stream') {
      partial = true;
    }
    for (const { name, value, start, end } of element.attributes) {
      if (name.charCodeAt(0) === 0x78 && isNamespaceAttribute(name) && (name !== 'xmlns' || repairNamespace(value) !== value)) {
        const message = name === 'xmlns' ? `Namespace "${value}" has stray characters: write xmlns='${repairNamespace(value)}'.` : `"${name}" declares no namespace: write "xmlns".`;
        problems.push({ code: 'source/namespace', severity: 'information', message: clip(message), about: `${name}=${value}`, span: { start, end } });
      }
    }
  });
  const broken = tree.problems.find((problem) => problem.code !== 'undeclared-prefix' && problem.code !== 'bad-reference' && problem.code !== 'stray-less-than');
  if (broken && !partial && !/\.\.\.|…|\[snip|<\/stream/i.test(tree.text)) {
    problems.push({ code: 'source/not-well-formed', severity: 'information', message: clip(`The example is not well-formed: ${broken.message} Mend it, or mark the gap with "...".`), about: broken.message, span: broken });
  }
  return problems;
}

function headerSpan({ header, root }: XepDocument): Span {
  if (header.span.end > header.span.start) {
    return { start: header.span.start + 1, end: header.span.start + 7 };
  }
  return root ? { start: root.start, end: root.openEnd } : { start: 0, end: 0 };
}

function shortList(items: readonly string[], limit: number): string {
  const shown = items.slice(0, limit).join(', ');
  return items.length > limit ? `${shown} and ${items.length - limit} more` : shown;
}

/** No message is longer than fits a line of the problems list. */
function clip(message: string): string {
  return shorten(message, 120);
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
