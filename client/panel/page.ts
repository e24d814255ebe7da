// SPDX-License-Identifier: MIT
import { config, t } from '@vscode/l10n';
import type { PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import { chosenDocuments, searchable, type Searchable } from './chosen.ts';
import { columnsOf, type Column } from './columns.ts';
import { createDetails } from './details.ts';
import { element } from './element.ts';
import { emptyPlace } from './emptyPlace.ts';
import { createGrid } from './grid.ts';
import type { Host } from './host.ts';
import { createToolbar } from './toolbar.ts';
import { unfiltered, type PanelView } from './view.ts';

/** Makes the page in `body`, as soon as its host says what there is to show, and keeps it up to date. */
export function startPage(body: HTMLElement, host: Host): void {
  let page: Page | undefined;
  host.start({
    head: (head, texts) => {
      config({ contents: texts });
      document.documentElement.lang = t('en');
      page = createPage(head, host);
      body.querySelector('main')?.remove();
      body.prepend(page.root);
    },
    documents: (changed, removed) => page?.documents(changed, removed),
    view: (change) => page?.change(change),
  });
}

interface Page {
  readonly root: HTMLElement;
  readonly documents: (changed: readonly PanelDocument[], removed: readonly string[]) => void;
  readonly change: (change: Partial<PanelView>) => void;
}

/** Below this width, in pixels, details cover the grid. */
const narrow = 700;

function createPage(head: PanelHead, host: Host): Page {
  const columns = columnsOf(head);
  const all = new Map<string, Searchable>();
  let view = host.kept();
  /** What the details show. */
  let drawn: PanelDocument | undefined;

  const close = (): void => {
    if (view.open !== null) {
      change({ open: null });
      grid.focus();
    }
  };
  const grid = createGrid(columns, {
    sort: (column) => { change(sortedBy(column, view)); },
    open: (document, category, byKey) => {
      change({ open: document.id }, category);
      if (byKey || root.clientWidth < narrow) {
        details.focus();
      }
    },
  });
  const details = createDetails(head, host, close);
  const empty = emptyPlace(host.editor, () => { change(unfiltered(view)); });
  const toolbar = createToolbar(head, (wanted) => { change(wanted); });
  const root = element('main', { class: 'panel' },
    element('header', {}, element('h1', {}, t('GDPR relevance of XEPs')),
      element('p', {}, t('Names in each document that may carry personal data: ● high, ◐ medium, ○ low sensitivity. Advisory, not legal advice. Made by xep-gdpr {0}.', head.version))),
    toolbar.root, element('div', { class: 'content' }, grid.root, empty.root, details.root));

  // In a search that has words, the key belongs to the browser, which empties it.
  root.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && !(target instanceof HTMLInputElement && target.value !== '')) {
      close();
    }
  });

  /** Draws what the view shows. The details are drawn anew where their document is another, or changed. */
  const draw = (category?: string): void => {
    const everything = [...all.values()];
    const found = chosenDocuments(everything, view, columns);
    toolbar.show(everything, found, view);
    grid.root.hidden = found.documents.length === 0;
    empty.show(all.size, found.documents.length);
    grid.show(found.documents, view);
    host.shown(found.documents.length, all.size);
    const open = view.open === null ? undefined : all.get(view.open)?.document;
    root.classList.toggle('detailed', open !== undefined);
    if (open === undefined) {
      drawn = undefined;
      details.hide();
    } else if (open !== drawn || category !== undefined) {
      drawn = open;
      void details.show(open, category);
    }
  };
  const change = (wanted: Partial<PanelView>, category?: string): void => {
    const before = view.open;
    view = { ...view, ...wanted };
    host.keep(view);
    draw(category);
    if (view.open !== null && view.open !== before) {
      grid.reveal(view.open);
    }
  };
  return {
    root, change,
    documents: (changed, removed) => {
      removed.forEach((id) => all.delete(id));
      changed.forEach((document) => all.set(document.id, searchable(document, head)));
      draw();
    },
  };
}

/** The next order of a column: the one that its readers want first, then the other, then the order of the table. */
function sortedBy(column: Column, { sort, descending }: PanelView): Partial<PanelView> {
  if (sort !== column.id) {
    return { sort: column.id, descending: column.largestFirst };
  }
  return descending === column.largestFirst ? { descending: !descending } : { sort: 'document', descending: false };
}
