// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { CarrierSummary, Range, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { colors } from '../names.ts';
import { oneLine } from '../plainText.ts';
import { documentTitle, fileName, statusWords } from '../xepDocument.ts';
import { capital, childNodes, type ConsiderationsNode, type DocumentNode, type GroupNode, type TreeNode } from './nodes.ts';
import { basisWords, categoryWords, considerationsState, considerationsWords, counted, levelIcons, levelWord } from './words.ts';

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
      const count = counted.carriers(node.carriers.length);
      return { label: t('Stanza addressing'), description: String(node.carriers.length), tooltip: [t('Addresses that every stanza carries; they never count for the level.')], icon: 'mail', color: null, spoken: `${t('Stanza addressing')}, ${count}`, expandable: true, target: null };
    }
    case 'carrier': return carrierItem(node.review, node.carrier, childNodes(node).length > 0);
    case 'occurrence': {
      const line = t('Line {0}', node.range.start.line + 1);
      return {
        label: line, description: t('column {0}', node.range.start.character + 1), tooltip: [t('{0} in {1}', node.carrier.label, fileName(node.review.uri))], icon: 'go-to-file', color: null,
        spoken: `${node.carrier.label}, ${line}`, expandable: false, target: { uri: node.review.uri, range: node.range },
      };
    }
  }
}

function groupItem({ label, level, documents }: GroupNode): RawItem {
  const count = counted.documents(documents.length);
  const name = level === null ? label : t('Relevance {0}', levelWord(level));
  return {
    label, description: String(documents.length), tooltip: [`${name}: ${count}`], icon: level === null ? 'folder' : levelIcons[level],
    color: level === null ? null : levelColor(level), spoken: `${name}, ${count}`, expandable: true, target: null,
  };
}

function documentItem(node: DocumentNode): RawItem {
  const { review, carriers } = node;
  const title = documentTitle(review);
  const basis = basisWords(review.basis);
  const own = carriers.filter((carrier) => carrier.own && !carrier.baseline).length;
  const level = levelWord(review.level);
  const details = [`${statusWords(review)} ${review.type}`.trim(), considerationsWords(considerationsState(review)), review.problemCount > 0 ? counted.findings(review.problemCount) : ''].filter((text) => text !== '');
  const codes = review.codes.length > 0 ? ` (${review.codes.join(', ')})` : '';
  return {
    label: title,
    // The side bar is narrow: no level below a group that says it.
    description: [node.parent?.level ? '' : level, basis === '' ? '' : review.basis === 'stale' ? t('stale') : basis, own > 0 ? String(own) : ''].filter((text) => text !== '').join(' · '),
    tooltip: [title, `${t('Relevance {0}', level)}${codes}${basis === '' ? '' : `, ${basis}`}`, review.reason, counted.ownCarriers(own), ...details, fileName(review.uri)],
    icon: levelIcons[review.level], color: levelColor(review.level),
    spoken: [title, t('relevance {0}', level), basis, counted.ownCarriers(own), ...details].filter((text) => text !== '').join(', '),
    expandable: childNodes(node).length > 0, target: { uri: review.uri, range: null },
  };
}

function considerationsItem({ review }: ConsiderationsNode): RawItem {
  const state = considerationsState(review);
  const words = considerationsWords(state);
  const labels = new Map(review.carriers.map(({ category, categoryLabel }) => [category, categoryLabel]));
  const missing = review.missing.length > 0 ? t('not mentioned: {0}', review.missing.map((id) => categoryWords(labels.get(id) ?? id)).join(', ')) : '';
  return {
    // The side bar is narrow: what is to be done comes first.
    ...state === 'incomplete' ? { label: capital(missing), description: '' } : { label: words, description: missing },
    tooltip: [words, missing], icon: 'law', color: null,
    spoken: [words, missing].filter((text) => text !== '').join(', '), expandable: false, target: { uri: review.uri, range: null },
  };
}

function carrierItem(review: ReviewSummary, carrier: CarrierSummary, expandable: boolean): RawItem {
  const { label, sensitivity, own, baseline, basis, count, note, ignored } = carrier;
  const namespace = namespaceIfNeeded(review, carrier);
  const category = categoryWords(carrier.categoryLabel);
  const origin = own ? '' : baseline ? t('addressing') : t('defined elsewhere');
  const remarks = [ignored === undefined ? '' : t('ignored'), basisWords(basis), origin].filter((text) => text !== '');
  return {
    label, description: [namespace, category, ...remarks, count > 1 ? `${count}×` : ''].filter((text) => text !== '').join(' · '),
    tooltip: [carrier.id, [t('{0}, sensitivity {1}', category, levelWord(sensitivity)), ...remarks].join(', '), ignored === undefined ? '' : t('Ignored: {0}', ignored), note, counted.occurrences(count)],
    icon: ignored !== undefined ? 'mute' : label.includes('@') ? 'symbol-property' : 'symbol-field', color: sensitivityColor(sensitivity),
    spoken: [label, namespace, t('{0}, sensitivity {1}', category, levelWord(sensitivity)), ...remarks, counted.occurrences(count)].filter((text) => text !== '').join(', '),
    expandable, target: { uri: review.uri, range: carrier.ranges[0] ?? null },
  };
}

/** `muc#admin`, where the document has carriers of the same name in several namespaces. */
function namespaceIfNeeded({ carriers }: ReviewSummary, { id, label }: CarrierSummary): string {
  const isAlone = carriers.every((other) => other.label !== label || other.id === id);
  const [namespace = ''] = id.replace(/^urn:(?:xmpp:)?/, '').split(' ', 1);
  return isAlone ? '' : namespace.slice(namespace.lastIndexOf('/') + 1);
}

function levelColor(level: ReviewSummary['level']): string | null {
  return level === 'none' ? null : colors[level];
}

function sensitivityColor(sensitivity: string): string | null {
  return sensitivity === 'high' || sensitivity === 'medium' || sensitivity === 'low' ? colors[sensitivity] : null;
}
