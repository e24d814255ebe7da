// SPDX-License-Identifier: MIT
import { panelAssets } from '../../server/generated/panel.js';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { compareRows, levels, panelHtml, panelRecord, tableRow, type PanelEntry } from '../../server/src/report/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const dataset = bundledDataset();

/** Vocabularies that nobody has judged, of all kinds of data; each document has one or two. */
const examples = [
  "<iq type='set'><contacts xmlns='urn:example:contacts'><contact jid='romeo@montague.example' nickname='R'/></contacts></iq>",
  "<message><place xmlns='urn:example:place'><latitude>0.1</latitude><longitude>0.2</longitude><street>Elm</street></place></message>",
  "<iq><person xmlns='urn:example:person' email='juliet@capulet.example' phone='+1-555-0100'><birthday>1990-01-01</birthday></person></iq>",
  "<presence><since xmlns='urn:example:since' last-seen='2026-01-01T00:00:00Z'/></presence>",
  "<message><access xmlns='urn:example:access' password='x' username='juliet' ip='192.0.2.1'/></message>",
  "<message><kettle xmlns='urn:example:kettle' colour='red'/></message>",
];

/** What a title may hold to get out of its place. */
export const nasty = '</script></noscript><img src=x onerror=alert(1)><script>alert(2)</script> &amp; "\' <!--';

/** As many kinds of documents are reviewed; the others are their likes under other names. */
const kinds = 420;

/** A report of so many documents; every third is a ProtoXEP, levels take turns, the first has a title that wants out. */
export function reportOf(count: number): string {
  const reviewed = Array.from({ length: Math.min(kinds, count) }, (_, at) => entryOf(at));
  const entries = Array.from({ length: count }, (_, at) => renamed(reviewed[at % kinds] ?? entryOf(at), at));
  return panelHtml(entries.sort((one, other) => compareRows(one.row, other.row)), dataset, '1.2.3', panelAssets);
}

function entryOf(at: number): PanelEntry {
  const body = [examples[at % examples.length], ...at % 5 === 0 ? [examples[(at + 2) % examples.length]] : []].map((example) => exampleSection(example ?? '')).join('');
  const source = xepSource({ status: ['Draft', 'Experimental', 'Deferred', 'Obsolete'][at % 4] ?? '', type: at % 7 === 0 ? 'Informational' : 'Standards Track', body });
  const review = reviewXep('kettle.xml', source, dataset);
  return { row: tableRow(review, dataset), ...panelRecord(review, dataset) };
}

function renamed({ row, document, carriers }: PanelEntry, at: number): PanelEntry {
  const number = at % 3 === 2 ? null : String(2000 + at).padStart(4, '0');
  const names = { number, name: number === null ? `proposal-${at}` : `XEP-${number}`, title: at === 0 ? nasty : `Document ${at}`, level: levels[Math.floor(at / 4) % 4] ?? 'none' };
  const path = number === null ? `inbox/proposal-${at}.xml` : `xep-${number}.xml`;
  return { carriers, row: { ...row, ...names, path }, document: { ...document, ...names, id: path, page: number === null ? null : `https://xmpp.org/extensions/xep-${number}.html` } };
}
