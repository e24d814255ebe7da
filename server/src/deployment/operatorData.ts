// SPDX-License-Identifier: MIT

/** A document that a sentence rests on: an article of the GDPR, a XEP, a server's manual, an operator's policy. */
export interface OperatorSource {
  /** Stable kebab-case, such as `gdpr-30` or `prosody-mod-mam`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Version, revision or date of what was read, where there is one. */
  readonly version?: string;
}

/** One sentence (or two that belong together) of an output, with the ids of the sources it rests on. */
export interface Sentence {
  /**
   * Plain language. `{xeps}`, `{subjects}`, `{recipients}`, `{retention}` stand for what the deployment and the dataset say; `[...]` is a
   * blank that the operator fills in, its words saying with what, such as `[how many days]`.
   */
  readonly text: string;
  readonly sources: readonly string[];
  /** Left out where it does not hold. */
  readonly when?: When;
}

/**
 * When something applies to a deployment: each member that is there must hold, and in each list one is enough.
 * Nothing at all holds always.
 */
export interface When {
  /** XEP numbers, one of which the deployment speaks. */
  readonly xeps?: readonly string[];
  /** XEP numbers, none of which the deployment speaks. */
  readonly without?: readonly string[];
  /** Kinds of data (ids), one of which has a row in the record. */
  readonly kinds?: readonly string[];
  /** Ids of categories, one of which some XEP of the deployment carries. */
  readonly categories?: readonly string[];
}

/** A kind of data: a row of the record of processing activities (GDPR Art. 30). */
export interface DataKind {
  readonly id: string;
  readonly title: string;
  /** Which carriers belong here: those of these XEPs (`core` is RFC 6120/6121), else those of these categories. A kind that names the XEP goes first: see `kindOf`. */
  readonly takes: { readonly xeps?: readonly string[]; readonly categories?: readonly string[] };
  /** Every server has it, whatever XEPs it speaks, such as logs. Otherwise the row is there when a carrier falls into it. */
  readonly always?: boolean;
  /** What is done with the data, and what for. */
  readonly processing: readonly Sentence[];
  /** Besides what the carriers say. */
  readonly subjects?: readonly string[];
  readonly recipients?: readonly string[];
  /** What is to be decided or is known about the stay; a blank where the operator's settings decide. */
  readonly retention: readonly Sentence[];
  /** Candidate grounds, never asserted. */
  readonly grounds: readonly { readonly article: string; readonly note: string; readonly sources: readonly string[] }[];
  /** Ids of rights that can be asked for here. */
  readonly rights: readonly string[];
}

/** A right of the data subject, and how XMPP serves it or does not. */
export interface Right {
  /** As the dataset writes it: `access`, `erasure`, ... */
  readonly id: string;
  readonly label: string;
  /** GDPR article, such as `15`. */
  readonly article: string;
  /** Means of the protocol; shown where one of the XEPs is spoken. */
  readonly means: readonly (Sentence & { readonly xeps: readonly string[]; readonly kinds?: readonly string[] })[];
  /** What no protocol serves; shown where one of the kinds has a row, or always. */
  readonly gaps: readonly (Sentence & { readonly kinds?: readonly string[] })[];
}

/** What a server does unless told otherwise, as an example. */
export interface ServerDefault {
  readonly server: 'Prosody' | 'ejabberd';
  /** Version or revision of the documentation that was read. */
  readonly version: string;
  /** Option or module, as the server writes it. */
  readonly setting: string;
  /** What it does by default, in words. */
  readonly value: string;
  readonly sources: readonly string[];
}

/** One thing to check. */
export interface Check {
  readonly id: string;
  /** A question or an order of at most 90 characters. */
  readonly title: string;
  readonly when?: When;
  /** Two sentences or three. */
  readonly text: readonly Sentence[];
  readonly defaults: readonly ServerDefault[];
  /** What real operators say they do, as examples. */
  readonly practice?: readonly Sentence[];
}

/** A step of "Best practices for GDPR compliant deployment of XMPP", with the anchor and topic of its section there. */
export interface Step {
  readonly id: string;
  readonly anchor: string;
  readonly topic: string;
  /** Its heading in our own reports, where the topic will not do. */
  readonly title?: string;
  readonly intro: readonly Sentence[];
  readonly checks: readonly Check[];
}

/** A part of the privacy statement. */
export interface StatementPart {
  readonly id: string;
  readonly title: string;
  /** The kind of data whose row of the record its sentences trace to; absent for what is not about one kind (who we are, your rights). */
  readonly kind?: string;
  readonly when?: When;
  readonly sentences: readonly Sentence[];
}

/** A field of XEP-0504 (Data Policy). */
export interface PolicyField {
  readonly var: string;
  readonly type: 'boolean' | 'list-single' | 'list-multi' | 'text-single' | 'text-multi';
  readonly label: string;
  /** Values that may stand there, where the XEP closes the list. */
  readonly options?: readonly string[];
  /** What follows from the deployment: the first rule that holds gives the value; none leaves it open. */
  readonly rules: readonly { readonly when?: When; readonly value: readonly string[]; readonly because: Sentence }[];
  /** What the operator must find out where nothing follows. */
  readonly open: Sentence;
}

/** Headings and standing sentences of the report. */
export interface ReportFrame {
  /** By name: `title`, `advisory`, `tableIntro`, `recordIntro`, ... */
  readonly sentences: Readonly<Record<string, Sentence>>;
  /** Labels that are no sentences: headings, column titles, words such as "open". */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * All that is told to operators, from `data/operator/`: one file per member, named like it. Each file is an object with `$schema` and that one member,
 * so that a datum has an address: `operator/steps.json#/steps/1/checks/0/text/2`, `operator/frame.json#/frame/labels/open`.
 */
export interface OperatorData {
  readonly sources: readonly OperatorSource[];
  readonly kinds: readonly DataKind[];
  readonly rights: readonly Right[];
  readonly steps: readonly Step[];
  readonly statement: readonly StatementPart[];
  readonly policy: readonly PolicyField[];
  readonly frame: ReportFrame;
  /** Service discovery features that are no namespace of an entry, such as `msgoffline`, and identities, as `identity:CATEGORY/TYPE`: the feature, or its beginning when it ends in `*`, to XEP numbers; none where the feature is known and belongs to no XEP. */
  readonly features: readonly { readonly feature: string; readonly xeps: readonly string[] }[];
}
