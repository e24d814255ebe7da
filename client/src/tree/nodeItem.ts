// SPDX-License-Identifier: MIT
import type { CarrierSummary, Range, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { colors } from '../names.ts';
import { oneLine } from '../plainText.ts';
import { documentTitle, fileName, statusWords } from '../xepDocument.ts';
import { capital, childNodes, type ConsiderationsNode, type DocumentNode, type GroupNode, type TreeNode } from './nodes.ts';
import { basisWords, considerationsState, considerationsWords, counted, levelIcons } from './words.ts';

/** How a node looks and sounds, as plain data. */
export interface NodeItem {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
  /** Id of a theme colour; it repeats what icon and words say. */
  readonly color: string | null;
  /** The label for screen readers, which hear neither icon nor description. */
  readonly spoken: string;
  readonly expandable: boolean;
  /** What opens when the node is chosen. */
  readonly target: { readonly uri: string; readonly range: Range | null } | null;
}

/** Label, description, icon, tooltip and spoken label of a node. */
export function nodeItem(node: TreeNode): NodeItem {
  const { label, description, tooltip, spoken, ...item } = itemOf(node);
  return { ...item, label: oneLine(label), description: oneLine(description), tooltip: tooltip.map(oneLine).filter((line) => line !== '').join('\n'), spoken: oneLine(spoken) };
}

interface RawItem extends Omit<NodeItem, 'tooltip'> {
  /** Lines. */
  readonly tooltip: readonly string[];
}

function itemOf(node: TreeNode): RawItem {
  switch (node.kind) {
    case 'group': return groupItem(node);
    case 'document': return documentItem(node);
    case 'considerations': return considerationsItem(node);
    case 'addressing': {
      const count = counted(node.carriers.length, 'carrier');
      return { label: 'Stanza addressing', description: String(node.carriers.length), tooltip: ['Addresses that every stanza carries; they never count for the level.'], icon: 'mail', color: null, spoken: `Stanza addressing, ${count}`, expandable: true, target: null };
    }
    case 'carrier': return carrierItem(node.review, node.carrier, childNodes(node).length > 0);
    case 'occurrence': {
      const line = `Line ${node.range.start.line + 1}`;
      return {
        label: line, description: `column ${node.range.start.character + 1}`, tooltip: [`${node.carrier.label} in ${fileName(node.review.uri)}`], icon: 'go-to-file', color: null,
        spoken: `${node.carrier.label}, ${line}`, expandable: false, target: { uri: node.review.uri, range: node.range },
      };
    }
  }
}

function groupItem({ label, level, documents }: GroupNode): RawItem {
  const count = counted(documents.length, 'document');
  return {
    label, description: String(documents.length), tooltip: [level === null ? `${label}: ${count}` : `Relevance ${level}: ${count}`], icon: level === null ? 'folder' : levelIcons[level],
    color: level === null ? null : levelColor(level), spoken: `${level === null ? label : `Relevance ${level}`}, ${count}`, expandable: true, target: null,
  };
}

function documentItem(node: DocumentNode): RawItem {
  const { review, carriers } = node;
  const title = documentTitle(review);
  const basis = basisWords(review.basis);
  const own = carriers.filter((carrier) => carrier.own && !carrier.baseline).length;
  const details = [`${statusWords(review)} ${review.type}`.trim(), considerationsWords[considerationsState(review)], review.problemCount > 0 ? counted(review.problemCount, 'finding') : ''].filter((text) => text !== '');
  const codes = review.codes.length > 0 ? ` (${review.codes.join(', ')})` : '';
  return {
    label: title,
    // The side bar is narrow: no level below a group that says it.
    description: [node.parent?.level ? '' : review.level, basis === '' ? '' : review.basis, own > 0 ? String(own) : ''].filter((text) => text !== '').join(' · '),
    tooltip: [title, `Relevance ${review.level}${codes}${basis === '' ? '' : `, ${basis}`}`, review.reason, counted(own, 'own carrier'), ...details, fileName(review.uri)],
    icon: levelIcons[review.level], color: levelColor(review.level),
    spoken: [title, `relevance ${review.level}`, basis, counted(own, 'own carrier'), ...details].filter((text) => text !== '').join(', '),
    expandable: childNodes(node).length > 0, target: { uri: review.uri, range: null },
  };
}

function considerationsItem({ review }: ConsiderationsNode): RawItem {
  const state = considerationsState(review);
  const words = considerationsWords[state];
  const labels = new Map(review.carriers.map(({ category, categoryLabel }) => [category, categoryLabel]));
  const missing = review.missing.length > 0 ? `not mentioned: ${review.missing.map((id) => labels.get(id) ?? id).join(', ')}` : '';
  return {
    // The side bar is narrow: what is to be done comes first.
    ...state === 'incomplete' ? { label: capital(missing), description: '' } : { label: words, description: missing },
    tooltip: [words, missing], icon: 'law', color: null,
    spoken: [words, missing].filter((text) => text !== '').join(', '), expandable: false, target: { uri: review.uri, range: null },
  };
}

function carrierItem(review: ReviewSummary, carrier: CarrierSummary, expandable: boolean): RawItem {
  const { label, categoryLabel, sensitivity, own, baseline, basis, count, note, ignored } = carrier;
  const namespace = namespaceIfNeeded(review, carrier);
  const origin = own ? '' : baseline ? 'addressing' : 'defined elsewhere';
  const remarks = [ignored === undefined ? '' : 'ignored', basisWords(basis), origin].filter((text) => text !== '');
  return {
    label, description: [namespace, categoryLabel, ...remarks, count > 1 ? `${count}×` : ''].filter((text) => text !== '').join(' · '),
    tooltip: [carrier.id, `${categoryLabel}, sensitivity ${sensitivity}${remarks.map((remark) => `, ${remark}`).join('')}`, ignored === undefined ? '' : `Ignored: ${ignored}`, note, counted(count, 'occurrence')],
    icon: ignored !== undefined ? 'mute' : label.includes('@') ? 'symbol-property' : 'symbol-field', color: sensitivityColor(sensitivity),
    spoken: [label, namespace, categoryLabel, `sensitivity ${sensitivity}`, ...remarks, counted(count, 'occurrence')].filter((text) => text !== '').join(', '),
    expandable, target: { uri: review.uri, range: carrier.ranges[0] ?? null },
  };
}

/** `muc#admin`, where the document has carriers of the same name in several namespaces. */
function namespaceIfNeeded({ carriers }: ReviewSummary, { id, label }: CarrierSummary): string {
  const isAlone = carriers.every((other) => other.label !== label || other.id === id);
  return isAlone ? '' : (/[^/]*$/.exec(id.replace(/ .*$/, '').replace(/^urn:(?:xmpp:)?/, ''))?.[0] ?? '');
}

function levelColor(level: ReviewSummary['level']): string | null {
  return level === 'none' ? null : colors[level];
}

function sensitivityColor(sensitivity: string): string | null {
  return sensitivity === 'high' || sensitivity === 'medium' || sensitivity === 'low' ? colors[sensitivity] : null;
}
