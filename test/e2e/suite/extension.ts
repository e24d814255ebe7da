// SPDX-License-Identifier: MIT
// The extension under test, as another extension would use it.
import * as vscode from 'vscode';
import type { ClientApi } from '../../../client/src/extension.ts';
import { expect } from './expect.ts';
import { until } from './editor.ts';

export async function activated(): Promise<ClientApi> {
  const extension = vscode.extensions.getExtension<ClientApi>('xep-gdpr.xep-gdpr');
  expect(extension !== undefined, 'the extension is not there');
  return extension.activate();
}

/** The names of the files reviewed so far. */
export function namesOf({ reviews }: ClientApi): string[] {
  return reviews().map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).sort();
}

/** Waits until the reviewed documents are as wanted. */
export async function reviewed(api: ClientApi, wanted: (names: readonly string[]) => boolean): Promise<void> {
  await until((listener) => api.onDidReview(() => { listener(undefined); }), () => wanted(namesOf(api)), () => namesOf(api).join(', '));
}

/** Has the whole workspace reviewed. */
export async function reviewedWorkspace(): Promise<void> {
  const api = await activated();
  await vscode.commands.executeCommand('xepGdpr.reviewWorkspace');
  await reviewed(api, (names) => names.includes('doorbell.xml') && names.includes('overview.xml'));
}

/** Waits until what stands around the tree is as wanted. */
export async function heading(api: ClientApi, wanted: (heading: ReturnType<ClientApi['heading']>) => boolean): Promise<void> {
  await until((listener) => api.tree.onDidChangeTreeData(() => { void Promise.resolve().then(() => { listener(undefined); }); }), () => wanted(api.heading()), () => JSON.stringify(api.heading()));
}

type TreeNode = NonNullable<Parameters<ClientApi['tree']['getChildren']>[0]>;

/** All nodes of the tree, opened or not. */
export function everyNode({ tree }: ClientApi, node?: TreeNode): TreeNode[] {
  return tree.getChildren(node).flatMap((child) => [child, ...everyNode({ tree } as ClientApi, child)]);
}

/** The first node of a kind with a label. */
export function nodeOf<Kind extends TreeNode['kind']>(api: ClientApi, kind: Kind, label: string): TreeNode & { readonly kind: Kind } {
  const node = everyNode(api).find((one): one is TreeNode & { readonly kind: Kind } => one.kind === kind && String(api.tree.getTreeItem(one).label) === label);
  expect(node !== undefined, `no ${kind} ${label} in the tree`);
  return node;
}

/** The tree as text: labels and descriptions, two spaces further per level, down to a depth. */
export function drawn({ tree }: ClientApi, depth: number, node?: TreeNode): string[] {
  return depth === 0 ? [] : tree.getChildren(node).flatMap((child) => {
    const { label, description } = tree.getTreeItem(child);
    return [`${String(label)} (${String(description)})`, ...drawn({ tree } as ClientApi, depth - 1, child).map((line) => `  ${line}`)];
  });
}
