// SPDX-License-Identifier: MIT
import { entryName, isInactive, type CarrierVerdict, type Dataset, type Entry, type Verdict } from '../dataset/index.ts';
import type { Carrier } from '../review/index.ts';
import { oneLine } from './oneLine.ts';
import { recipientsInWords, retentionInWords } from './words.ts';

type Facts = Pick<CarrierVerdict, 'category' | 'also' | 'sensitivity' | 'subject' | 'recipients' | 'retention' | 'mitigations' | 'rights' | 'flags' | 'note'>;

/** What a review says of a carrier, for a reader at a terminal. */
export function explainCarrier(carrier: Carrier, dataset: Dataset): string {
  const { entry, source } = carrier.verdict;
  const origin = entry === null ? 'inferred, not reviewed by a person' : `curated in ${originOf(entry, dataset)}${source === '' ? '' : `, section "${source}"`}`;
  return factLines(carrier.id, carrier, origin, dataset);
}

/** What the dataset says of a name in a namespace: `element` or `element@attribute`. */
export function explainName(namespace: string, name: string, dataset: Dataset): { readonly text: string; readonly known: boolean } {
  const [element = '', attribute = null] = name.split('@');
  const verdicts = dataset.verdicts(namespace, element, attribute, '');
  if (verdicts.length === 0) {
    const owners = dataset.owners(namespace);
    const hint = owners.length > 0 ? `The namespace is defined by ${owners.map((owner) => originOf(owner, dataset)).join(', ')}, which was not judged for this name.` : 'The dataset does not know this namespace.';
    return { text: `${namespace} ${name}: not in the dataset. ${hint}\n`, known: false };
  }
  return { text: verdicts.map((verdict) => verdictLines(`${namespace} ${name}`, verdict, dataset)).join('\n'), known: true };
}

function verdictLines(id: string, verdict: Verdict, dataset: Dataset): string {
  const condition = verdict.when ? ` (when ${JSON.stringify(verdict.when)})` : '';
  if (verdict.kind === 'carrier') {
    return factLines(`${id}${condition}`, verdict, `curated in ${originOf(verdict.entry, dataset)}, section "${verdict.source}"`, dataset);
  }
  const judged = { container: 'only wraps what carries personal data', control: 'a switch or marker, no personal data', 'not-personal': 'judged, and not personal data' }[verdict.kind];
  return `${id}${condition}\n  ${judged}${verdict.note === '' ? '' : `: ${verdict.note}`}\n  judged in ${originOf(verdict.entry, dataset)}\n`;
}

function factLines(id: string, facts: Facts, origin: string, dataset: Dataset): string {
  const category = dataset.categories.get(facts.category);
  const also = facts.also.map((other) => dataset.categories.get(other)?.label ?? other).join(', ');
  const lines = [
    id,
    `  ${category?.label ?? facts.category}, sensitivity ${facts.sensitivity}${also === '' ? '' : `; also: ${also}`}`,
    facts.note === '' ? '' : `  ${facts.note}`,
    `  about: ${facts.subject.join(', ')}`,
    facts.recipients.length === 0 ? '' : `  seen by: ${recipientsInWords(facts.recipients)}`,
    `  kept: ${retentionInWords(facts.retention)}`,
    facts.mitigations.length === 0 ? '' : `  mitigations: ${facts.mitigations.map((number) => `XEP-${number}`).join(', ')}`,
    facts.rights.length === 0 ? '' : `  rights with a means in XMPP: ${facts.rights.join(', ')}`,
    facts.flags.length === 0 ? '' : `  flags: ${facts.flags.join(', ')}`,
    category ? `  GDPR: ${category.articles.map((article) => `Art. ${article}`).join(', ')}; DPV: ${category.dpv.join(', ')}` : '',
    `  ${origin}`,
  ];
  return `${lines.filter((line) => line !== '').map(oneLine).join('\n')}\n`;
}

function originOf(entry: string, dataset: Dataset): string {
  const known = dataset.entries.get(entry);
  return `${entryName(entry)}${entry !== 'core' && known ? ` version ${known.reviewed.version}${standing(known)}` : ''}`;
}

/** What a reader should know before relying on a XEP: that it is no longer recommended, and what took its place. */
function standing({ status = '', supersededBy = [] }: Entry): string {
  const successors = supersededBy.map(entryName).join(', ');
  const words = [isInactive(status) ? status : '', successors === '' ? '' : `superseded by ${successors}`].filter((part) => part !== '').join(', ');
  return words === '' ? '' : ` (${words})`;
}
