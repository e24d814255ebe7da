// SPDX-License-Identifier: MIT

export type Level = 'none' | 'low' | 'medium' | 'high';
export type Sensitivity = 'low' | 'medium' | 'high';
export type DocumentKind = 'protocol' | 'process' | 'suite' | 'humorous';

/** How a kind of data is processed; closed lists, see data/README.md. */
export interface Processing {
  readonly subject?: readonly string[];
  readonly recipients?: readonly string[];
  readonly retention?: string;
  readonly control?: string;
  readonly origin?: string;
  readonly default?: string;
  readonly protection?: readonly string[];
  readonly mitigations?: readonly string[];
  readonly rights?: readonly string[];
  readonly transfer?: string;
  readonly flags?: readonly string[];
}

export type ValueShape = 'user-jid' | 'occupant-jid' | 'room-jid' | 'domain' | 'uri' | 'ip' | 'phone' | 'email';

/** When a verdict holds for some occurrences only. */
export interface Condition {
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly not?: Readonly<Record<string, readonly string[]>>;
  readonly shape?: ValueShape;
  readonly child?: readonly [namespace: string, element: string];
  readonly parent?: readonly [namespace: string, element: string];
}

interface Judged {
  readonly in?: string;
  readonly form?: string | null;
  readonly match: readonly string[];
  readonly when?: Condition;
}

export interface CarrierRecord extends Judged, Processing {
  readonly category: string;
  readonly also?: readonly string[];
  readonly sensitivity?: Sensitivity;
  readonly note?: string;
  readonly sharedNote?: string;
  readonly source: string;
}

export interface OrderedProcessing {
  readonly of: string;
  readonly code?: string;
  readonly recipients?: readonly string[];
  readonly retention?: string;
  readonly note: string;
  readonly source: string;
}

/** A file of `data/xeps/` or `data/inbox/`, or `data/core.json`. */
export interface Entry {
  readonly xep?: string;
  readonly rfc?: string;
  /** Instead of `xep`, for a document without a number: its file's name without `.xml`. */
  readonly protoxep?: string;
  readonly title: string;
  /** Of a numbered XEP: as in the header of the reviewed version, where `Draft` stands for what is shown as Stable. */
  readonly status?: string;
  /** Numbers of the XEPs that took its place. */
  readonly supersededBy?: readonly string[];
  readonly reviewed: { readonly version: string; readonly date: string; readonly by?: string };
  readonly kind: DocumentKind;
  readonly relevance: { readonly level: Level; readonly codes: readonly string[]; readonly reason: string; readonly tags?: readonly string[] };
  readonly namespaces: readonly string[];
  readonly formTypes: readonly string[];
  readonly inherits?: readonly string[];
  readonly defaults?: Processing;
  readonly carriers: readonly CarrierRecord[];
  readonly processing?: readonly OrderedProcessing[];
  readonly containers: readonly Judged[];
  readonly controls: readonly (Judged & { readonly note?: string })[];
  readonly notPersonal: readonly (Judged & { readonly why: string })[];
}

/** A category of `data/categories.json`. */
export interface Category {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly definition: string;
  readonly dpv: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly articles: readonly string[];
  /** 1 to 3: how much it matters that considerations mention it. */
  readonly weight: number;
  /** Lower-case words by which names and descriptions speak of it. */
  readonly terms: readonly string[];
  /** Lower-case words, spaces for all that is no letter or digit, by which considerations speak of it; one that ends in `*` begins longer words. Default: what begins with a term. */
  readonly phrases?: readonly string[];
  /** Phrases in which one of these means something else. */
  readonly unless?: readonly string[];
}

/** The dataset as files, before it is compiled. */
export interface DatasetSource {
  readonly version: string;
  readonly categories: readonly Category[];
  readonly notes: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
}
