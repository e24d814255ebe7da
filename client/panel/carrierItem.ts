// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { PanelCarrier, PanelDocument, PanelHead } from '../../server/src/report/index.ts';
import type { Alike } from './alike.ts';
import { element } from './element.ts';
import type { EditorActions } from './host.ts';
import { levelWord, marks } from './words.ts';

/** Carriers of which the same is said, in the details; a click on a name leads to the source, or where there is no editor to the published page. */
export function carrierItem(document: PanelDocument, { first, names }: Alike, categories: PanelHead['categories'], editor: EditorActions | null): HTMLElement {
  const { sensitivity, also, note, seenBy, kept, ignored, namespace, inferred } = first;
  const labels = also.map((category) => categories.find(({ id }) => id === category)?.short ?? category).map((short) => t(short));
  const facts: readonly (readonly [string, string | HTMLElement])[] = [
    [t('Seen by'), seenBy], [t('Kept'), kept], [t('Also'), labels.join(', ')], [t('Ignored here'), ignored ?? ''], [t('Namespace'), namespace], [t('Source'), sourceOf(first, document, editor)],
  ];
  return element('li', { class: ignored === undefined ? sensitivity : `${sensitivity} ignored` },
    element('p', { class: 'names' },
      element('span', { class: 'mark', title: t('sensitivity {0}', levelWord(sensitivity)), role: 'img', 'aria-label': t('sensitivity {0}', levelWord(sensitivity)) }, marks[sensitivity]),
      ...names.map((carrier) => nameOf(carrier, document, editor)), ...inferred ? [element('em', {}, t('inferred'))] : []),
    ...note === '' ? [] : [element('p', {}, note)],
    element('dl', {}, ...facts.flatMap(([term, text]) => (text === '' ? [] : [element('dt', {}, term), element('dd', {}, text)]))));
}

function nameOf(carrier: PanelCarrier, { id, page }: PanelDocument, editor: EditorActions | null): HTMLElement {
  const { name, count, line } = carrier;
  const title = count === 0 ? undefined : placesInWords(count, line);
  if (editor) {
    const button = element('button', { type: 'button', class: 'link', title }, element('code', {}, name));
    button.addEventListener('click', () => { editor.open(id, carrier.id); });
    return button;
  }
  return page === null ? element('code', { title }, name) : element('a', { href: page, rel: 'noopener noreferrer', target: '_blank', title }, element('code', {}, name));
}

/** In the editor the section opens that the verdict rests on, where somebody has judged. */
function sourceOf({ id: carrier, inferred, source }: PanelCarrier, { id }: PanelDocument, editor: EditorActions | null): HTMLElement {
  if (editor === null || inferred) {
    return element('span', {}, source);
  }
  const button = element('button', { type: 'button', class: 'link', title: t('Open the section that the verdict rests on') }, source);
  button.addEventListener('click', () => { editor.verdict(id, carrier); });
  return button;
}

function placesInWords(count: number, line: number): string {
  const found = count === 1 ? t('found once') : t('found {0} times', count);
  return line > 0 ? t('{0}, first in line {1}', found, line) : found;
}
