// SPDX-License-Identifier: MIT
// What makes a finding, small enough to be read, and what the program says of it.
import type { Dataset } from '../../server/src/dataset/index.ts';
import { reviewXep, type ProblemCode } from '../../server/src/review/index.ts';

export interface Example {
  /** The part of a document that it is about. */
  readonly markup: string;
  readonly message: string;
}

const carrying = "<iq><ring xmlns='urn:xmpp:tmp:doorbell:0' stamp='2026-11-02T08:30:00Z'/></iq>";
const privacy = (content: string): string => `<section1 topic='Privacy Considerations' anchor='privacy'>\n  ${content}\n</section1>`;

/** The example that carries something, and the markup that the finding is about. */
const cases: Readonly<Record<ProblemCode, readonly [example: string, section: string]>> = {
  'considerations/privacy-missing': [carrying, ''],
  'considerations/privacy-placeholder': [carrying, privacy('<p>TODO</p>')],
  'considerations/privacy-denial': [carrying, privacy('<p>This document has no privacy considerations.</p>')],
  'considerations/uncovered': [carrying, privacy('<p>The owner decides who may see the picture of the camera.</p>')],
  'example/real-address': ["<iq><answer xmlns='urn:xmpp:tmp:doorbell:0' ip='17.0.0.1'/></iq>", ''],
  'source/namespace': ["<iq><block xmlns=' urn:xmpp:blocking'/></iq>", ''],
  'source/not-well-formed': ["<iq><block xmlns='urn:xmpp:blocking'></iq>", ''],
};

/** Throws where the program does not say what the example is for. */
export function exampleOf(code: string, dataset: Dataset): Example {
  const [example, section] = cases[code as ProblemCode];
  const source = `<xep>
<header><title>Doorbell</title><number>xxxx</number><status>ProtoXEP</status><type>Standards Track</type><revision><version>0.0.1</version><date>2026-11-02</date></revision></header>
<section1 topic='Protocol' anchor='protocol'><example><![CDATA[${example}]]></example></section1>
${section}
</xep>`;
  const problem = reviewXep('doorbell.xml', source, dataset).problems.find((one) => one.code === code);
  if (!problem) {
    throw new Error(`The example of ${code} has no such finding`);
  }
  return { markup: section === '' ? `<example><![CDATA[${example}]]></example>` : `<example><![CDATA[${example}]]></example>\n…\n${section}`, message: problem.message };
}
