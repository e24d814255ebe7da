// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { window } from 'vscode';
import type { RelevanceView } from '../tree/relevanceView.ts';
import { groupings, sortings, type Grouping, type Sorting } from '../tree/shown.ts';

const groupingWords = (): Readonly<Record<Grouping, string>> => ({ document: t('Document'), level: t('Level'), category: t('Category of data'), considerations: t('State of the Privacy Considerations') });
const sortingWords = (): Readonly<Record<Sorting, string>> => ({ number: t('Number'), level: t('Level'), title: t('Title') });

/** Groups the tree as a keybinding names it, else as the user picks. */
export async function groupBy(view: RelevanceView, argument: unknown): Promise<void> {
  const group = groupings.find((it) => it === given(argument, 'group')) ?? await pick(t('Group the relevance tree by'), groupings, groupingWords(), view.state().group);
  if (group !== undefined) {
    await view.change({ group });
  }
}

/** Sorts documents as a keybinding names it, else as the user picks. */
export async function sortBy(view: RelevanceView, argument: unknown): Promise<void> {
  const sort = sortings.find((it) => it === given(argument, 'sort')) ?? await pick(t('Sort documents by'), sortings, sortingWords(), view.state().sort);
  if (sort !== undefined) {
    await view.change({ sort });
  }
}

/** Asks for the words that documents or carriers must have, unless a keybinding gives them; none clears the filter. */
export async function filter(view: RelevanceView, argument: unknown): Promise<void> {
  const words = given(argument, 'filter') ?? await window.showInputBox({
    title: t('Filter the relevance tree'), value: view.state().filter, placeHolder: 'jid stable, 0045, location, status:experimental, H3',
    prompt: t('Number, title, status, type, level, code, category or element; all words must occur. status:, type:, level:, code: or category: before a word looks only there.'),
  });
  if (words !== undefined) {
    await view.change({ filter: words.trim() });
  }
}

function given(argument: unknown, key: string): string | undefined {
  const value = typeof argument === 'object' && argument !== null ? (argument as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export async function clearFilter(view: RelevanceView): Promise<void> {
  await view.change({ filter: '' });
}

export async function toggleInactive(view: RelevanceView): Promise<void> {
  const inactive = !view.state().inactive;
  await view.change({ inactive });
  window.setStatusBarMessage(inactive ? t('Humorous, retracted, rejected and obsolete documents are shown.') : t('Humorous, retracted, rejected and obsolete documents are hidden.'), 4000);
}

async function pick<Choice extends string>(title: string, choices: readonly Choice[], words: Readonly<Record<Choice, string>>, current: Choice): Promise<Choice | undefined> {
  const items = choices.map((choice) => ({ choice, label: words[choice], ...(choice === current && { description: t('now') }) }));
  return (await window.showQuickPick(items, { title }))?.choice;
}
