// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelHead } from '../../server/src/report/index.ts';
import { valuesOf, type Chosen, type Searchable } from './chosen.ts';
import { privacyStates } from './columns.ts';
import { element } from './element.ts';
import { levelChart } from './levelChart.ts';
import { capital, counted, inWords, privacyWord } from './words.ts';
import { initialView, isFiltered, unfiltered, type PanelView } from './view.ts';

export interface Toolbar {
  readonly root: HTMLElement;
  readonly show: (all: readonly Searchable[], chosen: Chosen, view: PanelView) => void;
  readonly focusSearch: () => void;
}

/** Filters above the grid, with the totals by level. */
export function createToolbar({ categories }: PanelHead, change: (change: Partial<PanelView>) => void): Toolbar {
  const search = element('input', { type: 'search', placeholder: t('Title, number, name, code …'), 'aria-label': t('Filter by words'), spellcheck: 'false', autocomplete: 'off' });
  search.addEventListener('input', () => { change({ text: search.value }); });
  const picks = {
    category: pick('category', t('Category'), change), status: pick('status', t('Status'), change), type: pick('type', t('Type'), change), privacy: pick('privacy', t('Privacy section'), change),
  };
  setOptions(picks.category, categories.map(({ id, label }) => [id, t(label)]));
  const active = element('input', { type: 'checkbox' });
  active.addEventListener('change', () => { change({ active: active.checked }); });
  const clear = element('button', { type: 'button', class: 'second', hidden: true }, t('Clear filters'));
  let latest: PanelView = initialView;
  clear.addEventListener('click', () => {
    change(unfiltered(latest));
    search.focus();
  });
  const chart = levelChart((levels) => { change({ levels }); });
  const outcome = element('span', { role: 'status', class: 'outcome' });
  const root = element('div', { class: 'toolbar', role: 'search', 'aria-label': t('Filters') },
    chart.root,
    element('div', { class: 'filters' }, search, ...Object.values(picks), element('label', { class: 'check', title: t('Leave out what is humorous, retracted, rejected or obsolete') }, active, t('In use only')), clear, outcome));
  return {
    root,
    show: (all, chosen, view) => {
      latest = view;
      root.hidden = all.length === 0;
      // The reader's own typing is never overwritten.
      if (search.value !== view.text) {
        search.value = view.text;
      }
      for (const key of ['status', 'type'] as const) {
        setOptions(picks[key], valuesOf(all, key).map((value) => [value, value]));
      }
      setOptions(picks.privacy, privacyStates.filter((state) => all.some(({ document }) => document.privacy === state)).map((state) => [state, capital(privacyWord(state))]));
      for (const key of ['category', 'status', 'type', 'privacy'] as const) {
        picks[key].value = view[key];
        picks[key].classList.toggle('set', view[key] !== '');
      }
      active.checked = view.active;
      clear.hidden = !isFiltered(view);
      chart.show(chosen.totals, view.levels);
      const words = chosen.documents.length === all.length ? counted.documents(all.length) : t('{0} of {1}', inWords(chosen.documents.length), counted.documents(all.length));
      if (outcome.textContent !== words) {
        outcome.textContent = words;
      }
    },
    focusSearch: () => { search.focus(); },
  };
}

function pick(key: 'category' | 'status' | 'type' | 'privacy', label: string, change: (change: Partial<PanelView>) => void): HTMLSelectElement {
  const select = element('select', { 'aria-label': label, title: label }, element('option', { value: '' }, t('{0}: any', label)));
  select.addEventListener('change', () => { change({ [key]: select.value }); });
  return select;
}

/** Sets the values after "any", where they changed: an open list would close. */
function setOptions(select: HTMLSelectElement, values: readonly (readonly [string, string])[]): void {
  const now = values.map(([value]) => value).join('\n');
  if (select.dataset['values'] !== now) {
    const chosen = select.value;
    select.dataset['values'] = now;
    select.replaceChildren(...[...select.options].slice(0, 1), ...values.map(([value, label]) => element('option', { value }, label)));
    select.value = chosen;
  }
}
