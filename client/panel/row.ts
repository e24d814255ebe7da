// SPDX-License-Identifier: MIT
import type { PanelDocument } from '../../server/src/report/index.ts';
import { cellOf, type Column } from './columns.ts';
import { element } from './element.ts';
import { capital, counted, marks } from './marks.ts';

/** A row of the grid. Its place and what is chosen in it are the grid's business. */
export function rowOf(document: PanelDocument, columns: readonly Column[]): HTMLElement {
  return element('div', { role: 'row', class: `row ${document.level}` }, ...columns.map((column, at) => {
    const cell = gridCell(document, column);
    cell.setAttribute('aria-colindex', String(at + 1));
    cell.tabIndex = -1;
    return cell;
  }));
}

function gridCell(document: PanelDocument, { kind, id, label }: Column): HTMLElement {
  switch (kind) {
    case 'document': return element('div', { role: 'rowheader', class: 'cell document', title: `${document.name}: ${document.title}` }, element('b', {}, document.name), ' ', element('span', {}, document.title === document.name ? '' : document.title));
    case 'level': return element('div', { role: 'gridcell', class: 'cell level', title: [document.reason, document.basis].filter((text) => text !== '').join(' · ') },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[document.level]), element('b', {}, capital(document.level)), ' ', element('small', {}, document.codes.join(' ')));
    case 'category': {
      const cell = cellOf(document, id);
      return cell === undefined
        ? element('div', { role: 'gridcell', class: 'cell heat', 'aria-label': `no ${label}` })
        : element('div', { role: 'gridcell', class: `cell heat ${cell.sensitivity}${cell.count > 99 ? ' many' : ''}`, 'aria-label': `${label}: ${counted(cell.count, 'name')}, sensitivity ${cell.sensitivity}`, title: `${label}: ${counted(cell.count, 'name')}, sensitivity ${cell.sensitivity}` },
          element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[cell.sensitivity]), String(cell.count));
    }
    case 'privacy': return element('div', { role: 'gridcell', class: 'cell' }, document.privacy);
    case 'status': return element('div', { role: 'gridcell', class: 'cell' }, document.status);
  }
}
