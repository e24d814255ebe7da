// SPDX-License-Identifier: MIT
import type { PanelAssets } from '../report/index.ts';

/** The two files of the relevance panel, which the editor's panel loads too. */
export type PanelFile = 'panel.js' | 'panel.css';

/** Script and style of the panel for a report, from their files; the package carries them once. */
export async function readPanelAssets(read: (file: PanelFile) => Promise<string>): Promise<PanelAssets> {
  const [script, style] = await Promise.all([read('panel.js'), read('panel.css')]);
  const [scriptSum, styleSum] = await Promise.all([script, style].map(checksum));
  return { script, style, scriptSum: scriptSum ?? '', styleSum: styleSum ?? '' };
}

/** As a policy of a page names it. */
async function checksum(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
}
