// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { Chosen } from './chosen.ts';
import { element } from './element.ts';
import { capital, counted, inWords, levelWord, marks } from './words.ts';
import { levels, type Level } from './view.ts';

export interface LevelChart {
  readonly root: HTMLElement;
  readonly show: (totals: Chosen['totals'], chosen: readonly Level[]) => void;
}

/** A bar of four segments, as wide as their share, over four buttons with the numbers; a button shows its level only. */
export function levelChart(choose: (levels: readonly Level[]) => void): LevelChart {
  let chosen: readonly Level[] = [];
  const segments = levels.map((level) => element('span', { class: `segment ${level}` }));
  const buttons = levels.map((level) => {
    const button = element('button', { type: 'button', class: `total ${level}`, 'aria-pressed': 'false' }, element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[level]), `${capital(levelWord(level))} `, element('b', {}, '0'));
    button.addEventListener('click', () => { choose(chosen.includes(level) ? chosen.filter((one) => one !== level) : [...chosen, level]); });
    return button;
  });
  const root = element('div', { class: 'chart', role: 'group', 'aria-label': t('Documents by relevance') }, element('div', { class: 'bar', 'aria-hidden': 'true' }, ...segments), element('div', { class: 'totals' }, ...buttons));
  return {
    root,
    show: (totals, now) => {
      chosen = now;
      levels.forEach((level, at) => {
        const segment = segments[at];
        const button = buttons[at];
        if (segment && button) {
          segment.style.flexGrow = String(totals[level]);
          segment.classList.toggle('out', now.length > 0 && !now.includes(level));
          button.setAttribute('aria-pressed', String(now.includes(level)));
          button.title = t('{0} of level {1}: show these only', counted.documents(totals[level]), levelWord(level));
          button.querySelector('b')?.replaceChildren(inWords(totals[level]));
        }
      });
    },
  };
}
