// SPDX-License-Identifier: MIT
import { compileDataset, type CarrierRecord, type Category, type Dataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep, type Review } from '../../server/src/review/index.ts';

/** A small dataset of a protocol for ordering tea (9001), one for coffee (9002), forms and stanzas: nothing of any XEP. */
export const teaHouse: Dataset = compileDataset({
  version: 'test',
  notes: {},
  categories: ['jid', 'pseudonym', 'profile', 'contact-details', 'activity', 'message-content', 'communication-metadata', 'device-client', 'social-graph', 'network-address'].map(category),
  entries: [
    entry('9001', 'Tea', ['urn:example:tea:0', 'http://tea.example/protocol#pot'], ['urn:example:tea:form'], [
      carrier('urn:example:tea:0', ['order@drinker', '*@taster'], 'jid'),
      carrier('urn:example:tea:0', ['wish', 'brew', 'sip@at'], 'activity'),
      { in: 'urn:example:tea:0', match: ['pourer'], when: { parent: ['urn:example:tea:0', 'order'] }, category: 'social-graph', source: 'Protocol' },
      carrier('urn:example:tea:0', ['pourer'], 'profile'),
      carrier('urn:example:tea:0', ['sugar', 'sugar@kind'], 'activity'),
      carrier('http://tea.example/protocol#pot', ['sugar'], 'profile'),
      { in: 'urn:example:pantry', match: ['shelf@id'], when: { shape: 'user-jid' }, category: 'jid', source: 'Pantry' },
      { in: 'urn:example:pantry', match: ['shelf@label'], category: 'jid', source: 'Pantry' },
      { form: 'urn:example:tea:form', match: ['drinker-mail'], category: 'contact-details', source: 'Forms' },
      { form: null, match: ['Favourite Cup'], category: 'activity', source: 'Forms' },
    ]),
    entry('9002', 'Coffee', ['urn:example:coffee:0'], ['urn:example:coffee:form'], [
      { form: 'urn:example:coffee:form', match: ['bean'], category: 'activity', source: 'Forms' },
    ], [{ in: 'urn:example:coffee:0', match: ['wish'], why: 'names a machine' }]),
    entry(undefined, 'Stanzas', ['jabber:client'], [], [
      carrier('jabber:client', ['message@from', 'message@to'], 'jid'),
      carrier('jabber:client', ['body'], 'message-content'),
    ]),
  ],
});

/** A XEP source around sections or blocks; `header` replaces the usual number, type and so on. */
export function xepSource(body: string, { number = '9001', title = 'Tea Orders', type = 'Standards Track', status = 'Draft', doctype = '' }: Readonly<Partial<Record<'number' | 'title' | 'type' | 'status' | 'doctype', string>>> = {}): string {
  const header = `<title>${title}</title><abstract>Order tea.</abstract><number>${number}</number><status>${status}</status><type>${type}</type><revision><version>1.0</version><date>2026-01-01</date></revision>`;
  return `<?xml version='1.0' encoding='UTF-8'?>\n${doctype}<xep><header>${header}</header>\n<section1 topic='Body' anchor='body'>${body}</section1></xep>\n`;
}

/** An example block whose content is a CDATA section. */
export function example(content: string, caption = 'Tea'): string {
  return `<example caption='${caption}'><![CDATA[${content}]]></example>`;
}

export function reviewTea(text: string): Review {
  return reviewXep('tea.xml', text, teaHouse);
}

/** Judged carriers as `id = text at its first occurrence`. Addressing, guesses and mere mentions in prose are left out. */
export function carriersIn(text: string): string[] {
  return reviewTea(text).carriers.filter((one) => one.basis === 'curated' && !one.baseline && one.occurrences[0]?.where !== 'prose').map(({ id, occurrences }) => {
    const first = occurrences[0];
    return `${id} = ${first ? text.slice(first.offset, first.offset + first.length) : 'nowhere'}`;
  });
}

function carrier(namespace: string, match: readonly string[], categoryId: string): CarrierRecord {
  return { in: namespace, match, category: categoryId, source: 'Protocol' };
}

function category(id: string): Category {
  return { id, label: id, short: id, definition: id, dpv: [], sensitivity: 'medium', articles: [], weight: 1, terms: [] };
}

function entry(xep: string | undefined, title: string, namespaces: readonly string[], formTypes: readonly string[], carriers: readonly CarrierRecord[], notPersonal: Entry['notPersonal'] = []): Entry {
  return {
    ...(xep === undefined ? { rfc: '0' } : { xep }), title, namespaces, formTypes, carriers, notPersonal, containers: [], controls: [], kind: 'protocol',
    reviewed: { version: '1.0', date: '2026-01-01' }, relevance: { level: 'medium', codes: ['M1'], reason: 'Tea tells habits.' },
  };
}
