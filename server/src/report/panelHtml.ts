// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { htmlPage } from './htmlPage.ts';
import { panelHead, type PanelData } from './panelPage.ts';
import type { PanelRecord } from './panelRecord.ts';
import type { TableRow } from './row.ts';
import { tableHtml } from './tableHtml.ts';

/** Script and style of the panel as texts, with their checksums as a policy names them (`sha256-…`). */
export interface PanelAssets {
  readonly script: string;
  readonly style: string;
  readonly scriptSum: string;
  readonly styleSum: string;
}

/** A document of the report: its row for readers without scripts, its record for the panel. */
export interface PanelEntry extends PanelRecord {
  readonly row: TableRow;
}

/** The relevance panel as a page of its own: nothing remote, no script but its own, and a plain table where there are no scripts. */
export function panelHtml(entries: readonly PanelEntry[], dataset: Dataset, version: string, { script, style, scriptSum, styleSum }: PanelAssets): string {
  const data: PanelData = { head: panelHead(dataset, version), documents: entries.map(({ document }) => document), carriers: entries.map(({ carriers }) => carriers) };
  return htmlPage('GDPR relevance of XEPs', style, `<noscript>
${tableHtml(entries.map(({ row }) => row), dataset, version)}
</noscript>
<script type="application/json" id="xep-gdpr-data">${jsonInHtml(data)}</script>
<script>${script}</script>`, `default-src 'none'; script-src '${scriptSum}'; style-src '${styleSum}'; base-uri 'none'; form-action 'none'`);
}

/** JSON that cannot end the element that it stands in, nor begin a comment there, whatever its texts hold. */
function jsonInHtml(data: PanelData): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
