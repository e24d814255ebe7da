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

/** Waits until the reviewed documents are as wanted. */
export async function reviewed({ reviews, onDidReview }: ClientApi, wanted: (names: readonly string[]) => boolean): Promise<void> {
  const names = (): string[] => reviews().map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).sort();
  await until((listener) => onDidReview(() => { listener(undefined); }), () => wanted(names()), () => names().join(', '));
}

/** The tree as text: labels and descriptions, two spaces further per level, down to a depth. */
export function drawn({ tree }: ClientApi, depth: number, node?: Parameters<typeof tree.getChildren>[0]): string[] {
  return depth === 0 ? [] : tree.getChildren(node).flatMap((child) => {
    const { label, description } = tree.getTreeItem(child);
    return [`${String(label)} (${String(description)})`, ...drawn({ tree } as ClientApi, depth - 1, child).map((line) => `  ${line}`)];
  });
}
