// SPDX-License-Identifier: MIT
import { OverviewRulerLane, ThemeColor, window, workspace, type Disposable, type TextEditor } from 'vscode';
import { editorRange } from './editorRange.ts';
import { colors, settingsSection } from './names.ts';
import type { ReviewStore } from './reviews.ts';
import { showsAddressing, shownAs } from './settings.ts';

type Sensitivity = keyof typeof colors;

/** Lines differ as colours do, so that either alone tells the sensitivities apart. */
const lines: Readonly<Record<Sensitivity, string>> = { high: 'solid', medium: 'dashed', low: 'dotted' };
const sensitivities: readonly Sensitivity[] = ['high', 'medium', 'low'];

/** Outlines carriers in visible editors, where the settings want decorations instead of problems. */
export function decorateEditors(store: ReviewStore): Disposable {
  const types = sensitivities.map((sensitivity) => window.createTextEditorDecorationType({
    outline: `1px ${lines[sensitivity]}`, outlineColor: new ThemeColor(colors[sensitivity]),
    overviewRulerColor: new ThemeColor(colors[sensitivity]), overviewRulerLane: OverviewRulerLane.Right,
  }));
  const decorate = (editor: TextEditor): void => {
    const { uri } = editor.document;
    const carriers = shownAs(uri) === 'decorations' ? store.get(uri.toString())?.carriers ?? [] : [];
    const addressing = showsAddressing(uri);
    const shown = carriers.filter(({ baseline, ignored }) => ignored === undefined && (addressing || !baseline));
    sensitivities.forEach((sensitivity, index) => {
      const type = types[index];
      if (type) {
        editor.setDecorations(type, shown.filter((carrier) => sensitivityOf(carrier.sensitivity) === sensitivity).flatMap(({ ranges }) => ranges.map(editorRange)));
      }
    });
  };
  const decorateAll = (): void => window.visibleTextEditors.forEach(decorate);
  decorateAll();
  const listeners: Disposable[] = [
    ...types, store.onChange(decorateAll), window.onDidChangeVisibleTextEditors(decorateAll),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) {
        decorateAll();
      }
    }),
  ];
  return { dispose: () => { listeners.forEach((listener) => { listener.dispose(); }); } };
}

function sensitivityOf(name: string): Sensitivity {
  return name === 'high' || name === 'medium' ? name : 'low';
}
