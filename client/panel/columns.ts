// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelCell, PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import { levels } from './view.ts';

export type ColumnKind = 'document' | 'level' | 'category' | 'privacy' | 'status';

/** A column of the grid. */
export interface Column {
  /** A category's id for its column; the kind for the others. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** What stands above it. */
  readonly label: string;
  /** What it shows, for those who ask. */
  readonly hint: string;
  /** Ascending. */
  readonly compare: (one: PanelDocument, other: PanelDocument) => number;
  /** Whether the first order that a reader wants is the descending one. */
  readonly largestFirst: boolean;
}

const sensitivities = ['low', 'medium', 'high'];

/** The states of privacy considerations, from the one that asks for most work. */
export const privacyStates: readonly PanelDocument['privacy'][] = ['absent', 'placeholder', 'denial', 'incomplete', 'complete', 'not expected'];

/** The columns, for the categories that a host knows. */
export function columnsOf({ categories }: PanelHead): readonly Column[] {
  return [
    { id: 'document', kind: 'document', label: t('Document'), hint: t('Number and title'), compare: byNumber, largestFirst: false },
    { id: 'level', kind: 'level', label: t('Relevance'), hint: t('Level, with the codes of the rules behind it'), compare: (one, other) => levels.indexOf(other.level) - levels.indexOf(one.level), largestFirst: true },
    ...categories.map(({ id, short, label, definition }): Column => ({ id, kind: 'category', label: t(short), hint: `${t(label)}: ${definition}`, compare: (one, other) => weight(one, id) - weight(other, id), largestFirst: true })),
    { id: 'privacy', kind: 'privacy', label: t('Privacy section'), hint: t('State of the Privacy Considerations'), compare: (one, other) => privacyStates.indexOf(one.privacy) - privacyStates.indexOf(other.privacy), largestFirst: false },
    { id: 'status', kind: 'status', label: t('Status'), hint: t('Status of the document'), compare: (one, other) => compareTexts(one.status, other.status), largestFirst: false },
  ];
}

/** What a document brings of a category. */
export function cellOf(document: PanelDocument, category: string): PanelCell | undefined {
  return document.cells.find((cell) => cell.category === category);
}

/** Numbered XEPs by number, then ProtoXEPs by name: the order of the relevance table. */
export function byNumber(one: PanelDocument, other: PanelDocument): number {
  return compareTexts(one.number ?? `~${one.name}`, other.number ?? `~${other.name}`) || compareTexts(one.id, other.id);
}

/** Sensitivity counts before number. */
function weight(document: PanelDocument, category: string): number {
  const cell = cellOf(document, category);
  return cell === undefined ? 0 : (sensitivities.indexOf(cell.sensitivity) + 1) * 10_000 + Math.min(cell.count, 9999);
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
