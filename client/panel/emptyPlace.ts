// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { element } from './element.ts';
import type { EditorActions } from './host.ts';

/** What stands in the place of the grid while it has no rows. */
export function emptyPlace(editor: EditorActions | null, clear: () => void): { readonly root: HTMLElement; readonly show: (all: number, found: number) => void } {
  const root = element('div', { class: 'empty', hidden: true });
  const offer = (words: string, label: string, action: () => void): void => {
    const button = element('button', { type: 'button' }, label);
    button.addEventListener('click', action);
    root.replaceChildren(element('p', {}, words), button);
  };
  return {
    root,
    show: (all, found) => {
      root.hidden = found > 0;
      if (found > 0) {
        root.replaceChildren();
      } else if (all > 0) {
        offer(t('No document passes these filters.'), t('Clear filters'), clear);
      } else if (editor) {
        offer(t('Nothing was reviewed yet. Open a XEP source, or review all sources in this workspace. Nothing leaves this computer.'), t('Review Workspace'), editor.review);
      } else {
        root.replaceChildren(element('p', {}, 'This report has no documents.'));
      }
    },
  };
}
