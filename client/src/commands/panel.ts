// SPDX-License-Identifier: MIT
import { readView, type PanelView } from '../../panel/view.ts';
import type { Surroundings } from './surroundings.ts';

/** Shows the relevance panel; a `view` in the argument, as a keybinding may give it, changes what is shown. */
export function openPanel({ panel }: Surroundings, given: unknown): void {
  const view = typeof given === 'object' && given !== null && 'view' in given && typeof given.view === 'object' ? given.view : null;
  panel.open(view === null ? undefined : changeIn(view));
}

/** Those parts of a view that somebody named, as far as they are of their kind. */
function changeIn(view: object): Partial<PanelView> {
  const known = readView({ ...view });
  return Object.fromEntries(Object.entries(known).filter(([key]) => key in view)) as Partial<PanelView>;
}
