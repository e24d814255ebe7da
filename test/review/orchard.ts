// SPDX-License-Identifier: MIT
import { compileDataset, type Dataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep, type Carrier, type Review } from '../../server/src/review/index.ts';

const judged = { containers: [], controls: [], notPersonal: [] };
const blank = { reviewed: { version: '1.2', date: '2026-11-23' }, kind: 'protocol' as const, formTypes: [], ...judged };

/** XEP-9001 "Harvest" of an orchard that only tests know: who picks what, and where. */
const harvest: Entry = {
  ...blank, xep: '9001', title: 'Harvest', relevance: { level: 'medium', codes: ['M3', 'M4'], reason: 'Names who picks which tree.', tags: [] }, namespaces: ['urn:orchard:harvest:1'], formTypes: ['urn:orchard:form'],
  carriers: [
    { in: 'urn:orchard:harvest:1', match: ['pick@picker', 'weight'], category: 'jid', note: 'Who picks.', source: 'Picking' },
    { in: 'urn:orchard:harvest:1', match: ['hut'], category: 'location', recipients: ['public'], retention: 'archived', note: 'Where the picker sleeps.', source: 'Huts' },
    { form: 'urn:orchard:form', match: ['ladder-owner'], category: 'jid', note: 'Whose ladder it is.', source: 'Ladders' },
  ],
  containers: [{ in: 'urn:orchard:harvest:1', match: ['pick'] }], controls: [{ in: 'urn:orchard:harvest:1', match: ['pick@ripe'] }], notPersonal: [{ in: 'urn:orchard:harvest:1', match: ['pick@tree'], why: 'Names a tree.' }],
};

/** XEP-9002 "Cider", which orders that what XEP-9001 defines is kept. */
const cider: Entry = {
  ...blank, xep: '9002', title: 'Cider', relevance: { level: 'high', codes: ['H1'], reason: 'Keeps the whole harvest.' }, namespaces: ['urn:orchard:cider:0'], carriers: [],
  processing: [{ of: 'urn:orchard:harvest:1 pick@picker', code: 'H1', recipients: ['third-party-service'], retention: 'archived', note: 'The press keeps it.', source: 'Press' }],
};

/** A ProtoXEP, which judges an older name of XEP-9001's namespace for itself only. */
const windfall: Entry = {
  ...blank, protoxep: 'windfall', title: 'Windfall', relevance: { level: 'low', codes: ['L5'], reason: 'Says who gathers what has fallen.', tags: [] }, namespaces: ['urn:orchard:windfall:0', 'urn:orchard:harvest:0'],
  carriers: [{ in: 'urn:orchard:windfall:0', match: ['gatherer'], category: 'jid', note: 'Who gathers.', source: 'Gathering' }, { in: 'urn:orchard:harvest:0', match: ['sack@of'], category: 'jid', note: 'Whose sack it is.', source: 'Gathering' }],
};

/** Forms themselves are judged, so that nothing of them is left to inference. */
const forms: Entry = { ...blank, xep: '9004', title: 'Forms', relevance: { level: 'low', codes: ['L1'], reason: 'Holds anything.', tags: [] }, namespaces: ['jabber:x:data'], carriers: [] };

const category = (id: string, weight: number): Dataset['categories'] extends ReadonlyMap<string, infer One> ? One : never => ({ id, label: `The ${id}`, short: id, definition: '', dpv: [], sensitivity: 'medium', articles: [], weight, terms: [`${id} of people`] });

export const orchard: Dataset = compileDataset({ version: 'test', notes: {}, entries: [harvest, cider, windfall, forms], categories: [category('jid', 1), category('location', 3), category('credentials', 3), category('network-address', 2), category('contact-details', 2)] });

export function reviewOrchard(text: string): Review {
  return reviewXep('orchard.xml', text, orchard);
}

/** `id where: text` of every occurrence of the carriers that are no addressing, in order. */
export function marks(text: string): string[] {
  const places = (carrier: Carrier): string[] => carrier.occurrences.map(({ where, offset, length }) => `${carrier.id} ${where}: ${text.slice(offset, offset + length)}`);
  return reviewOrchard(text).carriers.filter((carrier) => !carrier.baseline).flatMap(places);
}
