// SPDX-License-Identifier: MIT
import type { Dataset, DocumentKind } from '../dataset/index.ts';
import { isNamespaceAttribute, repairNamespace, type Derivation, type Fragment, type FragmentCache, type XepDocument, type XepHeader } from '../xep/index.ts';
import { walkElements, type Span } from '../xml/index.ts';
import { carrierName } from './carrierName.ts';
import type { ReadConsiderations } from './considerations.ts';
import type { Carrier, ProblemCode, Severity } from './record.ts';
import { misspeltNamespaces } from './misspelt.ts';
import { realAddresses } from './realAddresses.ts';
import { undeclaredPrefixes } from './undeclared.ts';

/** A problem before its positions are known. */
export interface FoundProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly about?: string;
  readonly span: Span;
}

/** How strictly a document's considerations are judged, by what it is and how far it has come; undefined: not at all. */
export function strictness(header: Pick<XepHeader, 'status' | 'type'>, kind: DocumentKind): Severity | undefined {
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
  const place = privacy.head ?? headerSpan(document);
  const problems: FoundProblem[] = [];
  const report = (code: ProblemCode, message: string, about?: string): void => {
    problems.push({ code, severity, message: clip(message), ...about !== undefined && { about }, span: place });
  };
  switch (privacy.state) {
    case 'absent': report('considerations/privacy-missing', fitting(categories, 3, (carried) => `No Privacy Considerations, yet the document may carry ${carried}: add the section.`)); break;
    case 'placeholder': report('considerations/privacy-placeholder', fitting(categories, 3, (carried) => `Privacy Considerations hold no text, yet the document may carry ${carried}: write them.`)); break;
    case 'denial': report('considerations/privacy-denial', fitting(categories, 3, (carried) => `Privacy Considerations deny any, yet the document may carry ${carried}: discuss them.`)); break;
    default:
  }
  for (const { question, ...span } of privacy.open) {
    problems.push({ code: 'considerations/privacy-placeholder', severity, message: `Privacy Considerations leave a point open: "${shorten(question, 40)}" Answer it, then take out the TODO.`, about: question, span });
  }
  for (const id of missing) {
    const label = dataset.categories.get(id)?.short ?? id;
    const names = own.filter((carrier) => carrier.category === id).map(carrierName);
    report('considerations/uncovered', fitting(names, 2, (carriedBy) => `The considerations do not mention ${label}, carried by ${carriedBy}: say who sees it.`), id);
  }
  return problems;
}

/** Broken namespaces, examples that their author meant to be complete and are not, and addresses that somebody may own. */
export function sourceProblems(document: XepDocument, carriers: readonly Carrier[], prefixes: ReadonlyMap<string, string>, dataset: Dataset, fragments: FragmentCache): FoundProblem[] {
  const problems: FoundProblem[] = [];
  for (const problem of document.tree.problems) {
    problems.push({ code: 'source/not-well-formed', severity: 'information', message: around(problem.message, (what) => `${what} Mend the markup.`), about: problem.message, span: problem });
  }
  for (const { kind, content } of document.blocks) {
    if (kind === 'stanzas') {
      for (const { span, ...problem } of fragments.derive(content.text, exampleProblems, problemsIn)) {
        problems.push({ ...problem, span: content.toSource(span.start, span.end) });
      }
    }
  }
  for (const { written, meant, span } of misspeltNamespaces(document, dataset, fragments)) {
    problems.push({ code: 'source/namespace', severity: 'information', message: clip(`Unknown namespace "${written}": write "${meant}".`), about: written, span });
  }
  for (const { prefix, declaration, span } of undeclaredPrefixes(document, prefixes, fragments)) {
    problems.push({ code: 'source/namespace', severity: 'information', message: around(declaration, (what) => `Prefix "${prefix}" is not declared here: add ${what}.`), about: declaration, span });
  }
  for (const { host, instead, span } of realAddresses(document, carriers)) {
    problems.push({ code: 'example/real-address', severity: 'information', message: around(host, (value) => `"${value}" may belong to somebody: use ${instead}.`), about: host, span });
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
        const message = name === 'xmlns' ? around(value, (written) => `Namespace "${written}" has stray characters: write xmlns='${shorten(repairNamespace(value), 50)}'.`)
          : `"${name}" declares no namespace: write "xmlns".`;
        problems.push({ code: 'source/namespace', severity: 'information', message: clip(message), about: `${name}=${value}`, span: { start, end } });
      }
    }
  });
  const broken = tree.problems.find((problem) => problem.code !== 'undeclared-prefix' && problem.code !== 'bad-reference' && problem.code !== 'stray-less-than');
  if (broken && !partial && !/\.\.\.|…|\[snip|<\/stream/i.test(tree.text)) {
    problems.push({ code: 'source/not-well-formed', severity: 'information', message: around(broken.message, (what) => `The example is not well-formed: ${what} Mend it, or mark the gap ("...").`), about: broken.message, span: broken });
  }
  return problems;
}

function headerSpan({ header, root }: XepDocument): Span {
  if (header.span.end > header.span.start) {
    return { start: header.span.start + 1, end: header.span.start + 7 };
  }
  return root ? { start: root.start, end: root.openEnd } : { start: 0, end: 0 };
}

/** The message with as many of the items, at most `most`, as fit a line: what to do stands at its end and must not be cut off. */
function fitting(items: readonly string[], most: number, message: (list: string) => string): string {
  for (let shown = most; shown > 1; shown--) {
    const text = message(shortList(items, shown));
    if (text.length <= messageLimit) {
      return text;
    }
  }
  return message(shortList(items, 1));
}

function shortList(items: readonly string[], limit: number): string {
  const shown = items.slice(0, limit).join(', ');
  return items.length > limit ? `${shown} and ${items.length - limit} more` : shown;
}

/** No message is longer than fits a line of the problems list. */
const messageLimit = 120;

function clip(message: string): string {
  return shorten(message, messageLimit);
}

/** A message in which what is quoted gives way, so that the rest is whole. */
function around(quoted: string, message: (quoted: string) => string): string {
  return message(shorten(quoted, Math.max(1, messageLimit - message('').length)));
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
