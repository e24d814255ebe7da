// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelCarrier, PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import { alike } from './alike.ts';
import { carrierItem } from './carrierItem.ts';
import { element } from './element.ts';
import type { Host } from './host.ts';
import { counted, levelWord, marks } from './words.ts';

export interface Details {
  readonly root: HTMLElement;
  /** Shows a document, at a category where one was chosen. */
  readonly show: (document: PanelDocument, category?: string) => Promise<void>;
  readonly hide: () => void;
  readonly focus: () => void;
}

/** The pane beside the grid: all that was found in one document. */
export function createDetails({ categories, codes }: PanelHead, { carriersOf, editor }: Pick<Host, 'carriersOf' | 'editor'>, close: () => void): Details {
  const root = element('section', { class: 'details', hidden: true });
  /** What is shown, so that a late answer for another document does not stand in its place. */
  let shown: PanelDocument | undefined;

  const groups = (document: PanelDocument, carriers: readonly PanelCarrier[]): HTMLElement[] => {
    const brought = carriers.filter((carrier) => carrier.brought);
    const borrowed = carriers.filter((carrier) => !carrier.brought);
    const named = categories.flatMap(({ id, label, definition }): HTMLElement[] => {
      const chosen = brought.filter(({ category }) => category === id);
      return chosen.length === 0 ? [] : [element('div', { class: 'group', 'data-category': id }, element('h4', { title: definition, tabindex: -1 }, t(label)), listOf(document, chosen))];
    });
    return [
      ...named.length > 0 ? named : [element('p', {}, t('Nothing that is known or seems to carry personal data of its own.'))],
      ...borrowed.length === 0 ? [] : [element('details', {}, element('summary', {}, t('{0} that other documents define', counted.names(borrowed.length))), listOf(document, borrowed))],
    ];
  };
  const listOf = (document: PanelDocument, carriers: readonly PanelCarrier[]): HTMLElement => element('ul', { class: 'carriers' }, ...alike(carriers).map((group) => carrierItem(document, group, categories, editor)));

  return {
    root,
    show: async (document, category) => {
      const anew = shown?.id !== document.id;
      shown = document;
      const title = element('h2', { id: 'details-title', tabindex: -1 }, document.title === '' ? document.name : `${document.name}: ${document.title}`);
      const closing = element('button', { type: 'button', class: 'close', 'aria-label': t('Close details'), title: t('Close (Escape)') }, '✕');
      closing.addEventListener('click', close);
      // What was found before stays until there is something newer: this comes with every keystroke in an open source.
      const before = anew ? [t('Reading…')] : [...root.querySelector('.found')?.childNodes ?? []];
      const list = element('div', { class: 'found', 'aria-busy': 'true' }, ...before);
      const scrolled = root.scrollTop;
      const hadKeys = root.contains(globalThis.document.activeElement);
      const { considerations: { privacy, security, missing } } = document;
      root.replaceChildren(
        element('div', { class: 'title' }, title, closing),
        element('p', { class: 'facts' }, [document.type, document.status, document.version === '' ? '' : t('version {0}', document.version)].filter((text) => text !== '').join(', ')),
        actionsOf(document, editor),
        element('p', { class: `verdict ${document.level}` }, element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[document.level]), element('b', {}, t('Relevance: {0}', levelWord(document.level))), document.basis === '' ? '. ' : `, ${document.basis}. `, document.reason),
        element('ul', { class: 'codes' }, ...document.codes.map((code) => element('li', {}, element('b', {}, code), ` ${codes[code] ?? ''}`))),
        element('dl', {}, ...[
          [t('Seen by'), document.seenBy], [t('Kept'), document.kept], [t('Privacy section'), privacy], [t('Security section'), security],
          [t('Not mentioned in either'), missing.map((label) => t(label)).join(', ')],
        ].flatMap(([term = '', text = '']) => (text === '' ? [] : [element('dt', {}, term), element('dd', {}, text)]))),
        element('h3', {}, t('What it carries')), list,
      );
      root.hidden = false;
      root.setAttribute('aria-labelledby', 'details-title');
      root.scrollTop = anew ? 0 : scrolled;
      if (hadKeys) {
        title.focus({ preventScroll: true });
      }
      const carriers = await carriersOf(document.id);
      if (shown === document) {
        list.replaceChildren(...groups(document, carriers));
        list.removeAttribute('aria-busy');
        if (category !== undefined) {
          const group = list.querySelector(`[data-category="${CSS.escape(category)}"]`);
          group?.classList.add('chosen');
          group?.scrollIntoView({ block: 'start' });
        } else if (!anew) {
          root.scrollTop = scrolled;
        }
      }
    },
    hide: () => {
      shown = undefined;
      root.hidden = true;
      root.replaceChildren();
    },
    focus: () => { root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }); },
  };
}

function actionsOf({ id, page }: PanelDocument, editor: Host['editor']): HTMLElement {
  const actions = element('p', { class: 'actions' });
  if (editor) {
    const source = element('button', { type: 'button' }, t('Open source'));
    source.addEventListener('click', () => { editor.open(id); });
    const triage = element('button', { type: 'button', class: 'second' }, t('Triage'));
    triage.addEventListener('click', () => { editor.triage(id); });
    actions.append(source, triage);
  }
  if (page !== null) {
    actions.append(element('a', { href: page, rel: 'noopener noreferrer', target: '_blank' }, t('Published page')));
  }
  return actions;
}
