// SPDX-License-Identifier: MIT
import { Uri, window } from 'vscode';
import type { CarrierSummary, ReviewSummary } from '../../../server/src/lsp/protocol.ts';
import { carrierAt } from '../carriersInOrder.ts';
import type { ReviewStore } from '../reviews.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { uriAtHand } from './atHand.ts';

/** What a command is about: a document, and perhaps one carrier in it. */
export interface Target {
  readonly review: ReviewSummary;
  readonly carrier: CarrierSummary | undefined;
}

/** The target of a command: a node of the tree, `{ uri, carrierId }` as code actions and lenses say it, else what the cursor is in. */
export function targetOf(store: ReviewStore, argument: unknown): Target | undefined {
  if (isNode(argument)) {
    return argument.kind === 'group' ? undefined : { review: store.get(argument.review.uri) ?? argument.review, carrier: 'carrier' in argument ? argument.carrier : undefined };
  }
  const named = readNamed(argument);
  const editor = window.activeTextEditor;
  const uri = named.uri === undefined ? uriAtHand(store) : Uri.parse(named.uri).toString();
  const review = uri === undefined ? undefined : store.get(uri);
  if (!review) {
    return undefined;
  }
  if (named.uri !== undefined || !editor) {
    return { review, carrier: review.carriers.find(({ id }) => id === named.carrierId) };
  }
  return { review, carrier: carrierAt(review, editor.selection.active) };
}

/** The documents that chosen nodes stand for; the active one where no node was chosen. */
export function documentsOf(store: ReviewStore, argument: unknown, selected: unknown): readonly ReviewSummary[] {
  const nodes = Array.isArray(selected) && selected.length > 0 ? selected.filter(isNode) : isNode(argument) ? [argument] : [];
  const found = nodes.length > 0
    ? nodes.flatMap((node) => (node.kind === 'group' ? node.documents.map(({ review }) => review) : [node.review]))
    : [targetOf(store, argument)?.review].filter((review) => review !== undefined);
  return [...new Map(found.map((review) => [review.uri, review])).values()];
}

/** The parts of an argument that a code action, a lens or a keybinding gives; each may be missing. */
export function readNamed(argument: unknown): { readonly uri?: string; readonly carrierId?: string; readonly code?: string; readonly reason?: string } {
  const parts = typeof argument === 'object' && argument !== null ? argument as Readonly<Record<string, unknown>> : {};
  const text = (key: string): Record<string, string> => (typeof parts[key] === 'string' ? { [key]: parts[key] } : {});
  return { ...text('uri'), ...text('carrierId'), ...text('code'), ...text('reason') };
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && 'parent' in value;
}
