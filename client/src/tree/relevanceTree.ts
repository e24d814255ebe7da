// SPDX-License-Identifier: MIT
import { EventEmitter, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, type Event, type TreeDataProvider } from 'vscode';
import { editorRange } from '../editorRange.ts';
import type { ReviewStore } from '../reviews.ts';
import { nodeItem, type NodeItem } from './nodeItem.ts';
import { childNodes, rootNodes, type TreeNode } from './nodes.ts';
import { shownDocuments, type Shown, type ViewState } from './shown.ts';

/** The relevance tree over the store, as the view state wants it. */
export class RelevanceTree implements TreeDataProvider<TreeNode> {
  readonly onDidChangeTreeData: Event<undefined>;
  private readonly changed = new EventEmitter<undefined>();
  private readonly store: ReviewStore;
  private readonly view: () => ViewState;

  constructor(store: ReviewStore, view: () => ViewState) {
    this.store = store;
    this.view = view;
    this.onDidChangeTreeData = this.changed.event;
  }

  /** Draws the tree anew; what is open stays open. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  shown(): Shown {
    return shownDocuments(this.store.all(), this.view());
  }

  getChildren(node?: TreeNode): readonly TreeNode[] & TreeNode[] {
    return [...node ? childNodes(node) : rootNodes(this.shown().documents, this.view().group)];
  }

  getParent(node: TreeNode): TreeNode | null {
    return node.parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = nodeItem(node);
    const treeItem = new TreeItem(item.label, item.expandable ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
    treeItem.id = node.id;
    treeItem.description = item.description;
    treeItem.tooltip = item.tooltip;
    treeItem.iconPath = new ThemeIcon(item.icon, item.color === null ? undefined : new ThemeColor(item.color));
    treeItem.accessibilityInformation = { label: item.spoken };
    treeItem.contextValue = node.kind;
    const command = openCommand(item);
    if (command) {
      treeItem.command = command;
    }
    return treeItem;
  }

  /** The node of a document, in the first group that has it. */
  find(uri: string): TreeNode | undefined {
    const roots = this.getChildren();
    return [...roots, ...roots.flatMap((root) => (root.kind === 'group' ? childNodes(root) : []))].find((node) => node.kind === 'document' && node.review.uri === uri);
  }
}

function openCommand({ target }: NodeItem): TreeItem['command'] {
  if (target === null) {
    return undefined;
  }
  const options = target.range === null ? {} : { selection: editorRange(target.range) };
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(target.uri), options] };
}
