// SPDX-License-Identifier: MIT
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { entryErrors, readWorkspaceFile, type Dataset, type DatasetSource, type Entry } from '../../server/src/dataset/index.ts';
import { applyIgnores, applyOverrides, reviewXep, type Review } from '../../server/src/review/index.ts';
import { hostile } from '../report/rows.ts';
import { xepSource } from '../support/xepSource.ts';

/** Texts that try to get out of where they stand, by what they try. */
export const hostileTexts: Readonly<Record<string, string>> = {
  ...hostile,
  'a bare link': 'https://evil.example/a?b=c#d', 'a bare host': 'see www.evil.example now', 'a mail address': 'romeo@evil.example', 'a mention': '@everyone and @xsf/council', 'a command link': '[run](command:workbench.action.quit)',
  'an image': '![x](https://evil.example/x.png)', 'a reference link': '[x][y]\n\n[y]: https://evil.example', 'an angle link': '<https://evil.example> <a@evil.example>', 'a script link': 'javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd',
  'an attribute': '" onmouseover="alert(1)" x=\'', 'a comment': '<!-- --> --!> <!--', 'the end of an element': '</title></style></td></tr></code></pre>', 'an annotation': '::error file=a,line=1::all::\n::set-output name=x::y', 'an old annotation': '##[error]x',
  'a percent sign': '%0A::error::x %25 %3A', 'a terminal sequence of one unit': '\u009b31mred\u009d0;title\u009c', 'a terminal link': '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007', 'a cursor that goes back': 'good\rbad\u0008\u0008\u007f',
  'directions': 'a\u202eb\u2066c\u2069\u200fd\u061c', 'line ends of Unicode': 'one\u2028two\u2029three\u0085four\u000bfive\u000c', 'a heading below': 'x\n===\n---\n***', 'a list': '1. one\n- two\n+ three\n> four', 'code': '`a` ``b`` ```c\n~~~d', 'code around links': '`https://evil.example` ``@x`` `a@evil.example`|`www.evil.example', 'code with a cell border': '`a|b` \\| \\`',
  'an icon': '$(sync~spin) $(law)', 'mathematics': '$x$ $$y$$', 'a placeholder': '{0} {{1}} %s ${x} ${{ secrets.X }}', 'a full-width formula': '\uff1d1+1', 'a formula by sign': '-2+3+cmd|\' /C calc\'!A0', 'a formula by at': '@SUM(1+1)', 'a formula behind a tab': '\t=1+1', 'a formula behind a line end': '\n=1+1',
  'a shell': '$(touch x); `touch x` && touch x | sh', 'a pattern': '(a+)+$ [ ( * \\', 'a path': '../../../../etc/passwd', 'a prototype': '__proto__ constructor toString', 'a redirect': '#REDIRECT [[x]]', 'emoji': ':skull: :+1:', 'a table': '{| |- ! || !! |}',
};

/** A document made of one hostile text, and all that a workspace says of it. */
export interface HostileDocument {
  readonly path: string;
  readonly source: string;
  readonly dataset: Dataset;
  readonly own: DatasetSource;
  /** Of `.xep-gdpr.json`, as its text. */
  readonly workspace: string;
  readonly review: Review;
}

export const ownNamespace = 'urn:example:kettle:0';

/** The text as title, status, topics, captions, names of elements, attributes, namespaces and fields, values, reasons and notes. */
export function hostileDocument(text: string): HostileDocument {
  const name = `x${text.replace(/[\s<>/='"\0]/g, '') || 'y'}`;
  const quoted = escaped(text);
  const inExample = quoted.replace(/]]>/g, ']]&gt;');
  const example = `<iq type='set' from='${inExample}'><cup xmlns='${ownNamespace}' owner='romeo@real.cafe' jid='${inExample}'><${name} ${name}='romeo@real.cafe'>${inExample}</${name}></cup>
<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>${ownNamespace}</value></field><field var='${inExample}' type='jid-single'><value>romeo@real.cafe</value></field><field var='phone_${inExample}'><value>+15551234567</value></field></x>
<y xmlns='${inExample} ${ownNamespace}' email='romeo@real.cafe' phone='${inExample}'/><${name}:z xmlns:${name}='${inExample}'/><${name}:w email='a@real.cafe'/></iq>`;
  const source = xepSource({
    number: '9099', title: quoted, status: quoted, type: quoted, version: quoted, entities: `\n<!ENTITY hostile "${text.replace(/["%&]/g, '')}">`,
    body: `<section1 topic='${quoted}' anchor='${quoted}'><p>${quoted} &hostile; <link url='${quoted}'>x</link> <link url='https://xmpp.org/${quoted}'>y</link></p><example caption='${quoted}'><![CDATA[\n${example}\n]]></example>
<example caption='${quoted}'><![CDATA[<${name}><unclosed ${name}>]]></example><p>${quoted}</p></section1>
<section1 topic='Privacy Considerations'><p>TODO: ${quoted}?</p></section1>`,
  });
  const own: Entry = {
    xep: '9099', title: padded(text), reviewed: { version: text, date: '2026-11-27' }, kind: 'protocol', relevance: { level: 'high', codes: ['H1'], reason: padded(text) }, namespaces: [ownNamespace, `${text} ${ownNamespace}`], formTypes: [ownNamespace],
    carriers: [
      { in: ownNamespace, match: ['cup@owner', name, `${name}@${name}`], category: 'jid', subject: ['user', 'contact'], recipients: ['public'], retention: 'stored', mitigations: ['0016'], note: padded(text), source: text === '' ? 'x' : text },
      { form: ownNamespace, match: [text.trim() === '' ? 'x' : text.trim()], category: 'social-graph', note: padded(text), source: text },
    ],
    containers: [], controls: [], notPersonal: [{ in: ownNamespace, match: ['cup@jid'], why: text }],
  };
  const workspace = JSON.stringify({
    ignore: [{ document: '*', code: 'example/real-address', reason: padded(text) }, { document: text, carrier: `${text} x`, reason: text, until: '2020-01-01' }, { document: '*', carrier: `${ownNamespace} cup@owner`, reason: padded(text), author: text }],
    entries: [own], overrides: [{ document: 'xep-9099', level: 'medium', reason: padded(text) }], [text]: text,
  });
  const ownSource: DatasetSource = { version: 'own', categories: [], notes: {}, entries: [own] };
  const dataset = bundledDataset(ownSource);
  const path = `inbox/${text.replace(/\0/g, '')}/kettle.xml`;
  const { ignores, overrides } = readWorkspaceFile(workspace);
  const review = applyIgnores(applyOverrides(reviewXep(path, source, dataset), overrides), ignores, '2026-11-27').review;
  return { path, source, dataset, own: ownSource, workspace, review };
}

/** What is wrong with the own entry by the schema, apart from what only a hostile text brings. */
export function entryFaults({ own }: HostileDocument): readonly string[] {
  return own.entries.flatMap((entry) => entryErrors(entry));
}

function padded(text: string): string {
  return `${text} and so on, as it was found`.slice(0, 390);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&apos;').replace(/"/g, '&quot;');
}
