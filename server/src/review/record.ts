// SPDX-License-Identifier: MIT
import type { DocumentKind, Level, Processing, Sensitivity } from '../dataset/index.ts';
import type { Position, Span } from '../xml/index.ts';

export type Basis = 'curated' | 'inferred';
export type Where = 'example' | 'schema' | 'prose' | 'fields';

/** A span with both ends as positions: offsets are UTF-16 units, lines and columns 1-based. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly start: Position;
  readonly end: Position;
}

export interface Occurrence extends Place {
  readonly where: Where;
}

export interface FieldKey {
  readonly formType: string | null;
  readonly var: string;
}

/** An element, attribute or form field that may carry personal data, once per document, with all its occurrences. */
export interface Carrier extends Omit<Processing, 'subject' | 'recipients' | 'retention' | 'mitigations' | 'rights' | 'flags'> {
  /** `namespace element[@attribute]`, or `jabber:x:data field[FORM_TYPE var]`. */
  readonly id: string;
  readonly namespace: string;
  readonly element: string;
  readonly attribute: string | null;
  readonly field: FieldKey | null;
  readonly category: string;
  readonly also: readonly string[];
  /** Whether this document defines it. */
  readonly own: boolean;
  /** Whether the document orders new processing of a carrier that another defines (data/README.md, decision rule 9). */
  readonly ordered: boolean;
  /** Stanza addressing: shown to readers, never counted for the level. */
  readonly baseline: boolean;
  readonly basis: Basis;
  readonly sensitivity: Sensitivity;
  readonly subject: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: string;
  readonly mitigations: readonly string[];
  readonly rights: readonly string[];
  readonly flags: readonly string[];
  readonly note: string;
  /** For a curated carrier the XEP (or `core`) whose entry judges it, with the section; for an inferred one the reasons. */
  readonly verdict: { readonly entry: string | null; readonly source: string };
  readonly occurrences: readonly Occurrence[];
  /** Why the workspace does not want to see it, or null. */
  readonly ignored: string | null;
}

export type ConsiderationsState = 'absent' | 'placeholder' | 'denial' | 'present';

export interface Considerations {
  readonly state: ConsiderationsState;
  /** 0 missing or placeholder, 1 denial or pointer, 2 names a risk, 3 risk and control, 4 risk, control and retention or default. */
  readonly grade: number;
  /** Categories that the document carries and the section mentions. */
  readonly covers: readonly string[];
  /** Categories of weight that the document carries and neither section mentions. */
  readonly missing: readonly string[];
  readonly range: Place | null;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type ProblemCode =
  | 'considerations/privacy-missing' | 'considerations/privacy-placeholder' | 'considerations/privacy-denial' | 'considerations/uncovered'
  | 'example/real-address' | 'source/namespace' | 'source/not-well-formed';

export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** What it is about, whatever the message's words, where a document may have several of this code: a category, a host, an open question. */
  readonly about?: string;
}

/** A problem that the workspace does not want to see, and why. */
export interface IgnoredProblem extends Problem {
  readonly reason: string;
}

export interface Relevance {
  readonly level: Level;
  readonly codes: readonly string[];
  readonly reason: string;
  readonly basis: Basis | 'stale';
  /** `humorous`, `process`, `xsf-process`, `inherits`; `inactive` and `dormant` from the status; `override` where the workspace set the level. */
  readonly tags: readonly string[];
}

/** Everything that one XEP source says, or may say, of personal data. */
export interface Review {
  readonly path: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly type: string;
  readonly version: string;
  readonly kind: DocumentKind;
  readonly relevance: Relevance;
  readonly carriers: readonly Carrier[];
  readonly considerations: { readonly privacy: Considerations; readonly security: Considerations };
  readonly problems: readonly Problem[];
  /** What would be among the problems if the workspace did not ignore it. */
  readonly ignored: readonly IgnoredProblem[];
}

/**
 * How much a review tells. `summary` is for callers that show documents as wholes: it leaves out occurrences, problems, the addressing of stanzas,
 * and what the considerations say beyond their state.
 */
export type Detail = 'full' | 'summary';

/** An occurrence before its positions are known. */
export interface Sighting {
  readonly where: Where;
  readonly span: Span;
}
