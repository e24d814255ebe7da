// SPDX-License-Identifier: MIT
import type { Column } from './columns.ts';
import { element } from './element.ts';
import type { PanelView } from './view.ts';

/** The row of column headers; each sorts. */
export function headerRow(columns: readonly Column[]): HTMLElement {
  return element('div', { role: 'row', class: 'row', 'aria-rowindex': 1 }, ...columns.map(({ kind, label, hint }, at) => element(
    'div', { role: 'columnheader', class: `cell ${kind}`, 'aria-colindex': at + 1, 'aria-sort': 'none', tabindex: at === 0 ? 0 : -1, title: hint },
    element('span', { class: 'label' }, label), element('span', { class: 'arrow', 'aria-hidden': 'true' }),
  )));
}

/** Shows by which column the rows are sorted. */
export function markSorted(head: HTMLElement, columns: readonly Column[], { sort, descending }: PanelView): void {
  columns.forEach(({ id }, at) => {
    const cell = head.children[at];
    const arrow = cell?.querySelector('.arrow');
    cell?.setAttribute('aria-sort', id !== sort ? 'none' : descending ? 'descending' : 'ascending');
    if (arrow) {
      arrow.textContent = id !== sort ? '' : descending ? '▼' : '▲';
    }
  });
}
