// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelCell, PanelDocument } from '../../server/src/report/index.ts';
import { cellOf, type Column } from './columns.ts';
import { element } from './element.ts';
import { capital, counted, levelWord, marks, privacyWord } from './words.ts';

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
      element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[document.level]), element('b', {}, capital(levelWord(document.level))), ' ', element('small', {}, document.codes.join(' ')));
    case 'category': {
      const cell = cellOf(document, id);
      return cell === undefined
        ? element('div', { role: 'gridcell', class: 'cell heat', 'aria-label': t('{0}: nothing', label) })
        : heatCell(cell, t('{0}: {1}, sensitivity {2}', label, counted.names(cell.count), levelWord(cell.sensitivity)));
    }
    case 'privacy': return element('div', { role: 'gridcell', class: 'cell' }, privacyWord(document.privacy));
    case 'status': return element('div', { role: 'gridcell', class: 'cell' }, document.status);
  }
}

function heatCell({ sensitivity, count }: PanelCell, words: string): HTMLElement {
  return element('div', { role: 'gridcell', class: `cell heat ${sensitivity}${count > 99 ? ' many' : ''}`, 'aria-label': words, title: words },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[sensitivity]), String(count));
}
