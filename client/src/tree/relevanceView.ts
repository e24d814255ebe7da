// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, commands, window, workspace, type Disposable, type ExtensionContext, type TreeView } from 'vscode';
import { contextKeys, settingsSection, treeViewId } from '../names.ts';
import type { ReviewStore } from '../reviews.ts';
import { showsAddressing } from '../settings.ts';
import type { TreeNode } from './nodes.ts';
import { RelevanceTree } from './relevanceTree.ts';
import { groupings, isInactive, sortings, type Grouping, type ViewState } from './shown.ts';
import { counted } from './words.ts';

/** The view in the side bar: the tree, its title, its message and its badge. */
export interface RelevanceView extends Disposable {
  readonly tree: RelevanceTree;
  readonly state: () => ViewState;
  /** What stands around the tree. */
  readonly heading: () => Heading;
  /** Changes how the tree is shown. Grouping, sorting and inactive documents are remembered for the workspace, a filter is not. */
  readonly change: (change: Partial<Pick<ViewState, 'group' | 'sort' | 'filter' | 'inactive'>>) => Promise<void>;
  /** The workspace was reviewed to the end; the view says when. */
  readonly workspaceReviewed: (at: Date) => void;
  /** Shows the tree, and in it the document if it is there. */
  readonly reveal: (uri: string | undefined) => Promise<void>;
}

export interface Heading {
  readonly description: string;
  readonly message: string;
  /** Documents of high relevance among those that are shown without a filter. */
  readonly badge: number;
}

/** Milliseconds between two redraws while reports keep coming in. */
const redrawInterval = 100;

export function createRelevanceView(store: ReviewStore, { workspaceState }: Pick<ExtensionContext, 'workspaceState'>): RelevanceView {
  let state: ViewState = {
    group: groupings.find((it) => it === workspaceState.get('group')) ?? 'level',
    sort: sortings.find((it) => it === workspaceState.get('sort')) ?? 'number',
    inactive: workspaceState.get('inactive') === true, filter: '', addressing: (uri) => showsAddressing(Uri.parse(uri)),
  };
  const tree = new RelevanceTree(store, () => state);
  const view = window.createTreeView<TreeNode>(treeViewId, { treeDataProvider: tree, showCollapseAll: true, canSelectMany: true });
  let reviewedAt: Date | undefined;
  const draw = (): void => {
    tree.refresh();
    label(view, store, tree, state, reviewedAt);
  };
  const drawing = coalesced(draw, redrawInterval);
  label(view, store, tree, state, reviewedAt);
  const listeners: Disposable[] = [
    view, drawing, store.onChange(drawing.ask),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) {
        draw();
      }
    }),
  ];
  return {
    tree,
    state: () => state,
    heading: () => ({ description: view.description ?? '', message: view.message ?? '', badge: view.badge?.value ?? 0 }),
    change: async (change) => {
      state = { ...state, ...change };
      draw();
      await Promise.all((['group', 'sort', 'inactive'] as const).map((key) => workspaceState.update(key, state[key])));
    },
    workspaceReviewed: (at) => {
      reviewedAt = at;
      drawing.ask();
    },
    reveal: async (uri) => {
      await commands.executeCommand(`${treeViewId}.focus`);
      const node = uri === undefined ? undefined : tree.find(uri);
      if (node) {
        await view.reveal(node, { select: true, focus: true, expand: true });
      }
    },
    dispose: () => { listeners.forEach((listener) => { listener.dispose(); }); },
  };
}

function label(view: TreeView<TreeNode>, store: ReviewStore, tree: RelevanceTree, { group, filter, inactive: showsInactive }: ViewState, reviewedAt: Date | undefined): void {
  const { documents, inactive, filteredOut } = tree.shown();
  const total = store.all().length;
  const high = store.all().filter((review) => review.level === 'high' && (showsInactive || !isInactive(review))).length;
  view.description = total === 0 ? '' : groupedBy(group);
  view.badge = high === 0 ? undefined : { value: high, tooltip: t('{0} of high relevance', counted.documents(high)) };
  // Short, for a side bar that is narrow.
  const all = documents.length + inactive + filteredOut;
  const what = filter !== '' ? t('Filter “{0}”: {1} of {2}', filter, documents.length, all) : reviewedAt === undefined ? '' : t('{0} reviewed at {1}', all, timeOfDay(reviewedAt));
  const hidden = inactive === 0 ? '' : what !== '' ? t('{0} inactive hidden', inactive) : inactive === 1 ? t('1 inactive document hidden') : t('{0} inactive documents hidden', inactive);
  const remark = [what, hidden].filter((text) => text !== '').join(', ');
  // A message takes the place of the welcome view, which says it better where all documents are inactive.
  view.message = remark === '' || (filter === '' && documents.length === 0) ? '' : `${remark}.`;
  void commands.executeCommand('setContext', contextKeys.hasReviews, total > 0);
  void commands.executeCommand('setContext', contextKeys.filtered, filter !== '');
}

function groupedBy(group: Grouping): string {
  switch (group) {
    case 'level': return t('by level');
    case 'document': return t('by document');
    case 'category': return t('by category');
    case 'considerations': return t('by considerations');
  }
}

function timeOfDay(date: Date): string {
  return date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Does something at most once per interval, however often it is asked for; at once for the first time. */
function coalesced(action: () => void, interval: number): Disposable & { readonly ask: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = (): void => {
    again = false;
    action();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) {
        run();
      }
    }, interval);
  };
  return {
    ask: () => {
      if (timer === undefined) {
        run();
      } else {
        again = true;
      }
    },
    dispose: () => { clearTimeout(timer); },
  };
}
