// SPDX-License-Identifier: MIT

/** What a test wants to say about a XEP; the rest is filled in. */
export interface XepFacts {
  readonly number?: string;
  readonly title?: string;
  readonly status?: string;
  readonly type?: string;
  readonly version?: string;
  /** Further parts of the header, as markup. */
  readonly header?: string;
  /** Further declarations of the internal subset. */
  readonly entities?: string;
  /** Sections, as markup. */
  readonly body?: string;
  readonly encoding?: string;
}

/** The source of a small XEP, a ProtoXEP unless told otherwise. */
export function xepSource({ number = 'xxxx', title = 'Kettle', status = 'ProtoXEP', type = 'Standards Track', version = '0.0.1', header = '', entities = '', body = '', encoding = 'UTF-8' }: XepFacts = {}): string {
  return `<?xml version='1.0' encoding='${encoding}'?>
<!DOCTYPE xep SYSTEM 'xep.dtd' [
  <!ENTITY % ents SYSTEM 'xep.ent'>
%ents;${entities}
]>
<xep>
<header><title>${title}</title><abstract>Made up for a test.</abstract><number>${number}</number><status>${status}</status><type>${type}</type>${header}
  <revision><version>${version}</version><date>2026-11-23</date></revision></header>
${body}
</xep>
`;
}

/** A section with one example in a CDATA section. */
export function exampleSection(example: string): string {
  return `<section1 topic='Protocol' anchor='protocol'><example caption='Shown'><![CDATA[\n${example}\n]]></example></section1>`;
}
