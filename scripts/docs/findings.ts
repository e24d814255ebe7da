// SPDX-License-Identifier: MIT
// A page for every code of a finding: editors and viewers link to it.
import type { Category, Dataset, Entry } from '../../server/src/dataset/index.ts';
import { ownFileRules } from '../../server/src/lsp/ownFileRules.ts';
import { pageOfCode, rulesOf, type Rule } from '../../server/src/report/index.ts';
import { strictness } from '../../server/src/review/problems.ts';
import { exampleOf } from './examples.ts';
import { codes, counted, page, table, type Page } from './markdown.ts';

const folder = 'docs/findings';

export function findingPages(dataset: Dataset): Page[] {
  const rules = [...rulesOf(dataset), ...ownFileRules];
  return [
    { path: `${folder}/README.md`, text: index(rules) },
    ...rules.map((rule): Page => {
      const category = dataset.categories.get(rule.code.replace('carrier/', ''));
      return { path: `${folder}/${pageOfCode(rule.code)}`, text: category ? carrierPage(rule, category, dataset) : problemPage(rule, dataset) };
    }),
  ];
}

function index(rules: readonly Rule[]): string {
  const rows = (holds: (code: string) => boolean): string => table(['Code', 'Name', 'Says'], rules.filter(({ code }) => holds(code)).map(({ code, name, description }) => [`[\`${code}\`](${pageOfCode(code)})`, name, description]));
  const isCarrier = (code: string): boolean => code.startsWith('carrier/');
  const isOwn = (code: string): boolean => ownFileRules.some((rule) => rule.code === code);
  return page(
    '# Findings',
    `Every finding has a code, in the editor, in \`scan\`, in SARIF and in \`.xep-gdpr.json\`.`,
    'Advisory: a finding says what a protocol *may* carry, never that something violates the law. Not legal advice.',
    '## Carriers', 'One per element, attribute or form field and document, at its first place; further places are listed beside it.', rows(isCarrier),
    '## Considerations and source', rows((code) => !isCarrier(code) && !isOwn(code)),
    '## The workspace\'s own file', 'Shown in `.xep-gdpr.json` by editors; the command line says the same as notes.', rows(isOwn),
  );
}

function carrierPage({ code, name, description, help }: Rule, category: Category, dataset: Dataset): string {
  const judged = [...dataset.entries.values()].map((entry) => ({ entry, names: namesOf(entry, category.id) })).filter(({ names }) => names.length > 0);
  const total = judged.reduce((sum, { names }) => sum + names.length, 0);
  const most = judged.sort((one, other) => other.names.length - one.names.length || (title(one.entry) < title(other.entry) ? -1 : 1)).slice(0, 6);
  return page(
    ...heading(code, name), description,
    [
      `* Usual sensitivity: ${category.sensitivity}`,
      '* Severity: information; addressing of stanzas is a hint, and shown on request only',
      `* [Data Privacy Vocabulary](https://w3id.org/dpv/pd): ${codes(category.dpv, category.dpv.length)}`,
    ].join('\n'),
    '## What to do', help,
    `Considerations are taken to speak of it where they name the element, attribute or field, or use one of these words (a star stands for any ending): ${(category.phrases ?? category.terms).join(', ')}.`,
    '## Where XEPs have it', `The dataset judges ${counted(total, 'name')} in ${counted(judged.length, 'document')} so, most of them here:`,
    most.map(({ entry, names }) => `* ${title(entry)}: ${codes(names, 8)}`).join('\n'),
    'Names that nobody has judged are marked *inferred*, from their names, types and example values.',
    ...ignoring(carrierToIgnore(most.map(({ entry }) => entry), category.id)),
  );
}

function problemPage({ code, name, description, help }: Rule, dataset: Dataset): string {
  return page(...heading(code, name), description, ...exampleBlocks(code, dataset), '## What to do', help, ...code in fixes ? [fixes[code] ?? ''] : [], ...severityOf(code), ...ownFileRules.some((rule) => rule.code === code) ? [] : ignoring(`xep-0191 --code ${code}`));
}

function exampleBlocks(code: string, dataset: Dataset): string[] {
  if (ownFileRules.some((rule) => rule.code === code)) {
    return [];
  }
  const { markup, message } = exampleOf(code, dataset);
  return [`\`\`\`xml\n${markup}\n\`\`\``, `> ${message.replace(/[<>]/g, '\\$&')}`];
}

const section = 'In an editor the quick fix *Begin (or Complete) the Privacy Considerations from the findings* puts in what is open, as TODOs; so does `xep-gdpr triage --skeleton`.';
const fixes: Readonly<Record<string, string>> = {
  'considerations/privacy-missing': section, 'considerations/privacy-placeholder': section, 'considerations/privacy-denial': section, 'considerations/uncovered': section,
  'example/real-address': 'In an editor a quick fix puts a reserved value in its place, in all examples and the prose around them.',
  'source/namespace': 'In an editor a quick fix writes the declaration as it was meant, or adds the one that is missing.',
};

function severityOf(code: string): string[] {
  if (ownFileRules.some((rule) => rule.code === code)) {
    return [];
  }
  if (!code.startsWith('considerations/')) {
    return ['## Severity', 'Information, whatever the document.'];
  }
  const types = ['Standards Track', 'Informational'];
  const rows = ['ProtoXEP', 'Experimental', 'Proposed', 'Stable', 'Active', 'Deferred', 'Final', 'Obsolete'].map((status) => [status, ...types.map((type) => strictness({ status, type }, 'protocol') ?? '')]);
  return ['## Severity', 'By status and type of the document; none for humorous documents, procedures and lists of other XEPs.', table(['Status', ...types], rows)];
}

function heading(code: string, name: string): string[] {
  return [`# ${name}`, `Code: \`${code}\`. [All findings](README.md).`];
}

function ignoring(what: string): string[] {
  return ['## To ignore it', `With a reason, in the editor by its quick fix, or`, `\`\`\`sh\nxep-gdpr ignore ${what} --reason "Discussed in section 7."\n\`\`\``, 'which adds an entry to `.xep-gdpr.json`. It holds for that document whatever line the finding moves to.'];
}

/** A document and a carrier in it, as `ignore` wants them. */
function carrierToIgnore(entries: readonly Entry[], category: string): string {
  const [example] = entries.flatMap(({ xep, carriers }) => carriers.filter((carrier) => xep !== undefined && carrier.category === category && carrier.in).map((carrier) => `xep-${xep ?? ''} --carrier "${carrier.in ?? ''} ${carrier.match[0] ?? ''}"`));
  return example ?? 'DOCUMENT --carrier ID';
}

/** What an entry judges to be of a category, each name once. */
function namesOf(entry: Entry, category: string): string[] {
  return [...new Set(entry.carriers.filter((carrier) => carrier.category === category).flatMap(({ match }) => match))];
}

function title(entry: Entry): string {
  return entry.xep !== undefined ? `XEP-${entry.xep} ${entry.title}` : entry.rfc !== undefined ? `RFC ${entry.rfc} ${entry.title}` : `ProtoXEP ${entry.protoxep ?? ''}: ${entry.title}`;
}
