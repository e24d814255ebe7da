// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelDocument } from '../../server/src/report/index.ts';
import type { Column } from './columns.ts';
import { element } from './element.ts';
import { moveOf } from './gridKeys.ts';
import { headerRow, markSorted } from './headerRow.ts';
import { rowOf } from './row.ts';
import { rowWindow } from './rowWindow.ts';
import type { PanelView } from './view.ts';

export interface GridEvents {
  readonly sort: (column: Column) => void;
  /** Opens the details of a document, at a category where one was chosen; `byKey` where the reader has no mouse in hand. */
  readonly open: (document: PanelDocument, category: string | undefined, byKey: boolean) => void;
}

export interface Grid {
  readonly root: HTMLElement;
  readonly show: (documents: readonly PanelDocument[], view: PanelView) => void;
  /** Gives the keys to the cell that had them last. */
  readonly focus: () => void;
  /** Brings a document into sight. */
  readonly reveal: (id: string) => void;
}

/** The header's place among the rows. */
const header = -1;

/** The heat map: a grid of which only the rows in sight exist, worked with mouse or keys. */
export function createGrid(columns: readonly Column[], { sort, open }: GridEvents): Grid {
  const head = headerRow(columns);
  const body = element('div', { role: 'rowgroup', class: 'rows' });
  const grid = element('div', { role: 'grid', class: 'grid', 'aria-label': t('Documents by the personal data that they may carry'), 'aria-colcount': columns.length }, element('div', { role: 'rowgroup', class: 'head' }, head), body);
  const root = element('div', { class: 'scroll' }, grid);
  grid.style.setProperty('--categories', String(columns.filter(({ kind }) => kind === 'category').length));
  /** Elements of the rows that exist, by document: a row stays the same element while its document does. */
  const made = new Map<PanelDocument, HTMLElement>();
  let documents: readonly PanelDocument[] = [];
  let openId: string | null = null;
  /** Where the keys are: the row may move, so it is known by its document. */
  let active: { readonly id: string | null; readonly row: number; readonly column: number } = { id: null, row: header, column: 0 };

  const rows = rowWindow(root, head, body, (items) => {
    const wanted = new Set(items.map(({ index }) => documents[index]));
    const hadKeys = body.contains(document.activeElement);
    made.forEach((row, one) => {
      if (!wanted.has(one)) {
        row.remove();
        made.delete(one);
      }
    });
    items.forEach(({ index, start }, at) => {
      const one = documents[index];
      if (one) {
        const row = made.get(one) ?? rowOf(one, columns);
        made.set(one, row);
        row.style.transform = `translateY(${start}px)`;
        row.dataset['row'] = String(index);
        row.setAttribute('aria-rowindex', String(index + 2));
        row.setAttribute('aria-selected', String(one.id === openId));
        if (body.children[at] !== row) {
          body.insertBefore(row, body.children[at] ?? null);
        }
      }
    });
    placeTabStop();
    if (hadKeys && !body.contains(document.activeElement)) {
      activeCell()?.focus({ preventScroll: true });
    }
  });

  const cellAt = (row: number, column: number): HTMLElement | undefined => {
    const one = documents[row];
    const line = row === header ? head : one && made.get(one);
    return line?.children[column] as HTMLElement | undefined;
  };
  const activeCell = (): HTMLElement | undefined => cellAt(active.row, active.column);
  const placeTabStop = (): void => {
    grid.querySelectorAll<HTMLElement>('[tabindex="0"]').forEach((cell) => { cell.tabIndex = -1; });
    const cell = activeCell();
    if (cell) {
      cell.tabIndex = 0;
    }
  };
  const activate = (row: number, column: number): void => {
    active = { row, column, id: documents[row]?.id ?? null };
    rows.keep(row === header ? undefined : row);
    placeTabStop();
  };
  const moveTo = (row: number, column: number): void => {
    activate(row, column);
    const cell = activeCell();
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const placeOf = (target: EventTarget | null): { readonly row: number; readonly column: number } | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
    const row = cell?.parentElement;
    return cell && row ? { row: row === head ? header : Number(row.dataset['row']), column: [...row.children].indexOf(cell) } : undefined;
  };
  const choose = ({ row, column }: { readonly row: number; readonly column: number }, byKey: boolean): void => {
    const chosen = columns[column];
    const one = documents[row];
    if (row === header && chosen) {
      sort(chosen);
    } else if (one) {
      open(one, chosen?.kind === 'category' ? chosen.id : undefined, byKey);
    }
  };

  grid.addEventListener('click', (event) => {
    const place = placeOf(event.target);
    if (place) {
      activate(place.row, place.column);
      activeCell()?.focus({ preventScroll: true });
      choose(place, false);
    }
  });
  grid.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(active, true);
    } else {
      const move = moveOf(event, { row: active.row, column: active.column, rows: documents.length, columns: columns.length, page: rows.perPage() });
      if (move) {
        event.preventDefault();
        moveTo(move.row, move.column);
      }
    }
  });
  grid.addEventListener('focusin', (event) => {
    const place = placeOf(event.target);
    if (place && (place.row !== active.row || place.column !== active.column)) {
      activate(place.row, place.column);
    }
  });

  return {
    root,
    show: (chosen, view) => {
      documents = chosen;
      openId = view.open;
      const at = active.id === null ? active.row : documents.findIndex(({ id }) => id === active.id);
      const row = active.row === header ? header : at >= 0 ? at : Math.min(active.row, documents.length - 1);
      active = { ...active, row, id: documents[row]?.id ?? null };
      grid.setAttribute('aria-rowcount', String(documents.length + 1));
      markSorted(head, columns, view);
      rows.count(documents.length, row === header ? undefined : row);
    },
    focus: () => { moveTo(active.row, active.column); },
    reveal: (id) => {
      const row = documents.findIndex((one) => one.id === id);
      if (row >= 0) {
        activate(row, active.column);
        activeCell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    },
  };
}
