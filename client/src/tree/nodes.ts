// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { CarrierSummary, Range, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import type { Grouping, ShownDocument } from './shown.ts';
import { categoryWords, considerationsState, considerationsStates, considerationsWords, levelWord, levels, type Level } from './words.ts';

/** A node of the tree. Ids are stable over edits, so that what is open stays open. */
export type TreeNode = GroupNode | DocumentNode | ConsiderationsNode | AddressingNode | CarrierNode | OccurrenceNode;

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: null;
  readonly label: string;
  /** Set in the grouping by level. */
  readonly level: Level | null;
  readonly documents: readonly ShownDocument[];
}

export interface DocumentNode extends ShownDocument {
  readonly kind: 'document';
  readonly id: string;
  readonly parent: GroupNode | null;
}

/** What the document's considerations lack; only where they lack something. */
export interface ConsiderationsNode {
  readonly kind: 'considerations';
  readonly id: string;
  readonly parent: DocumentNode;
  readonly review: ReviewSummary;
}

/** Holds the carriers of mere stanza addressing together. */
export interface AddressingNode {
  readonly kind: 'addressing';
  readonly id: string;
  readonly parent: DocumentNode;
  readonly review: ReviewSummary;
  readonly carriers: readonly CarrierSummary[];
}

export interface CarrierNode {
  readonly kind: 'carrier';
  readonly id: string;
  readonly parent: DocumentNode | AddressingNode;
  readonly review: ReviewSummary;
  readonly carrier: CarrierSummary;
}

export interface OccurrenceNode {
  readonly kind: 'occurrence';
  readonly id: string;
  readonly parent: CarrierNode;
  readonly review: ReviewSummary;
  readonly carrier: CarrierSummary;
  readonly range: Range;
}

/** The top of the tree. */
export function rootNodes(documents: readonly ShownDocument[], grouping: Grouping): readonly (GroupNode | DocumentNode)[] {
  switch (grouping) {
    case 'document': return documents.map((shown) => documentNode(shown, null));
    case 'level': return groups(levels.map((level) => group('level', level, capital(levelWord(level)), level, documents.filter(({ review }) => review.level === level))));
    case 'category': return groups(categoryGroups(documents));
    case 'considerations': return groups(considerationsStates.map((state) => group('considerations', state, considerationsWords(state), null, documents.filter(({ review }) => considerationsState(review) === state))));
  }
}

/** The children of a node, own carriers before those that other documents define. */
export function childNodes(node: TreeNode): readonly TreeNode[] {
  switch (node.kind) {
    case 'group': return node.documents.map((shown) => documentNode(shown, node));
    case 'document': return documentChildren(node);
    case 'addressing': return node.carriers.map((carrier) => carrierNode(carrier, node));
    case 'carrier': return occurrences(node);
    case 'considerations': case 'occurrence': return [];
  }
}

function documentChildren(node: DocumentNode): readonly TreeNode[] {
  const { review, carriers } = node;
  const state = considerationsState(review);
  const lacking: ConsiderationsNode[] = state === 'complete' || state === 'not-expected' ? [] : [{ kind: 'considerations', id: `${node.id}|considerations`, parent: node, review }];
  const own = carriers.filter((carrier) => carrier.own && !carrier.baseline);
  const foreign = carriers.filter((carrier) => !carrier.own && !carrier.baseline);
  const baseline = carriers.filter((carrier) => carrier.baseline);
  const addressing: AddressingNode[] = baseline.length === 0 ? [] : [{ kind: 'addressing', id: `${node.id}|addressing`, parent: node, review, carriers: baseline }];
  return [...lacking, ...[...own, ...foreign].sort(ignoredLast).map((carrier) => carrierNode(carrier, node)), ...addressing];
}

function ignoredLast(one: CarrierSummary, other: CarrierSummary): number {
  return Number(one.ignored !== undefined) - Number(other.ignored !== undefined);
}

function categoryGroups(documents: readonly ShownDocument[]): readonly GroupNode[] {
  const found = new Map<string, { label: string; documents: ShownDocument[] }>();
  const without: ShownDocument[] = [];
  for (const { review, carriers } of documents) {
    const own = carriers.filter((carrier) => carrier.own && !carrier.baseline);
    for (const category of new Set(own.map((carrier) => carrier.category))) {
      const chosen = own.filter((carrier) => carrier.category === category);
      const label = categoryWords(chosen[0]?.categoryLabel ?? category);
      const entry = found.get(category) ?? { label, documents: [] };
      entry.documents.push({ review, carriers: chosen });
      found.set(category, entry);
    }
    if (own.length === 0) {
      without.push({ review, carriers });
    }
  }
  const named = [...found].map(([category, entry]) => group('category', category, capital(entry.label), null, entry.documents));
  return [...named.sort((one, other) => one.label.localeCompare(other.label, 'en')), group('category', '', t('Defines no carrier'), null, without)];
}

function group(grouping: Grouping, key: string, label: string, level: Level | null, documents: readonly ShownDocument[]): GroupNode {
  return { kind: 'group', id: `${grouping}:${key}`, parent: null, label, level, documents };
}

function groups(all: readonly GroupNode[]): readonly GroupNode[] {
  return all.filter(({ documents }) => documents.length > 0);
}

function documentNode(shown: ShownDocument, parent: GroupNode | null): DocumentNode {
  return { kind: 'document', id: `${parent?.id ?? 'document'}|${shown.review.uri}`, parent, ...shown };
}

function carrierNode(carrier: CarrierSummary, parent: DocumentNode | AddressingNode): CarrierNode {
  return { kind: 'carrier', id: `${parent.id}|${carrier.id}`, parent, review: parent.review, carrier };
}

/** A carrier that occurs once is its own occurrence. */
function occurrences(parent: CarrierNode): readonly OccurrenceNode[] {
  const { review, carrier } = parent;
  return carrier.ranges.length < 2 ? [] : carrier.ranges.map((range, index) => ({ kind: 'occurrence', id: `${parent.id}|${index}`, parent, review, carrier, range }));
}

/** With its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
