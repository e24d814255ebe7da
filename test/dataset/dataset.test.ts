// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, hideEntry, mergeDatasets, namespaceFamily, readEntries, type Dataset, type DatasetSource, type Entry } from '../../server/src/dataset/index.ts';

const blank: Entry = {
  xep: '9001', title: 'Blank', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'none', codes: [], reason: 'Nothing in it.' },
  namespaces: ['urn:test:a:0'], formTypes: ['urn:test:form'], carriers: [], containers: [], controls: [], notPersonal: [],
};
const source = (...entries: Entry[]): DatasetSource => ({
  version: 't', notes: { shared: 'A note that several use.' }, entries,
  categories: [{ id: 'jid', label: 'Account address', short: 'JID', definition: '', dpv: [], sensitivity: 'low', articles: [], weight: 1, terms: [] }],
});
const compile = (entry: Partial<Entry>): Dataset => compileDataset(source({ ...blank, ...entry }));

suite('dataset look-ups', () => {
  test('give a verdict for every version of a namespace', () => {
    const dataset = compile({ carriers: [{ in: 'urn:test:a:0', match: ['item@jid'], category: 'jid', note: 'Names somebody.', source: 'One' }] });
    assert.equal(dataset.verdicts('urn:test:a:7', 'item', 'jid', '')[0]?.kind, 'carrier');
    assert.equal(dataset.verdicts('urn:test:b:0', 'item', 'jid', '').length, 0);
    assert.ok(dataset.knows('urn:test:a:1') && !dataset.knows('urn:test:b:0'));
  });

  test('fill in sensitivity, defaults and shared notes', () => {
    const dataset = compile({ defaults: { retention: 'stored', recipients: ['public'] }, carriers: [{ in: 'urn:test:a:0', match: ['name'], category: 'jid', sharedNote: 'shared', source: 'One' }] });
    const verdict = dataset.verdicts('urn:test:a:0', 'name', null, '')[0];
    assert.ok(verdict?.kind === 'carrier');
    assert.deepEqual([verdict.sensitivity, verdict.retention, verdict.recipients, verdict.note], ['low', 'stored', ['public'], 'A note that several use.']);
  });

  test('ask verdicts with a condition first', () => {
    const dataset = compile({
      carriers: [{ in: 'urn:test:a:0', match: ['host@ip'], category: 'jid', note: 'An address.', source: 'One' }],
      notPersonal: [{ in: 'urn:test:a:0', match: ['host@ip'], why: 'a relay', when: { attributes: { type: ['relay'] } } }],
    });
    assert.deepEqual(dataset.verdicts('urn:test:a:0', 'host', 'ip', '').map((verdict) => verdict.kind), ['not-personal', 'carrier']);
  });

  test('prefer a name to a wildcard', () => {
    const dataset = compile({
      carriers: [{ in: 'urn:test:a:0', match: ['host@name'], category: 'jid', note: 'Names somebody.', source: 'One' }],
      controls: [{ in: 'urn:test:a:0', match: ['host@*', '*'] }],
    });
    assert.equal(dataset.verdicts('urn:test:a:0', 'host', 'name', '')[0]?.kind, 'carrier');
    assert.equal(dataset.verdicts('urn:test:a:0', 'host', 'port', '')[0]?.kind, 'control');
    assert.equal(dataset.verdicts('urn:test:a:0', 'other', null, '')[0]?.kind, 'control');
  });

  test('keep a verdict on foreign vocabulary to its document', () => {
    const dataset = compile({ carriers: [{ in: 'urn:test:foreign', match: ['text'], category: 'jid', note: 'Here it names somebody.', source: 'One' }] });
    assert.equal(dataset.verdicts('urn:test:foreign', 'text', null, '9001').length, 1);
    assert.equal(dataset.verdicts('urn:test:foreign', 'text', null, '9002').length, 0);
    assert.equal(dataset.verdicts('urn:test:foreign', 'text', null, '').length, 0);
  });

  test('judge form fields by form type, and those without one in their document', () => {
    const dataset = compile({ carriers: [{ form: 'urn:test:form', match: ['who'], category: 'jid', note: 'Names somebody.', source: 'One' }, { form: null, match: ['loose'], category: 'jid', note: 'Names somebody else.', source: 'One' }] });
    assert.equal(dataset.fieldVerdicts('urn:test:form', 'who', '').length, 1);
    assert.equal(dataset.fieldVerdicts(null, 'loose', '9001').length, 1);
    assert.equal(dataset.fieldVerdicts(null, 'loose', '').length, 0);
  });

  test('let an own entry replace the built-in one', () => {
    const own = { ...blank, relevance: { level: 'high' as const, codes: ['H1'], reason: 'Seen otherwise here.' } };
    assert.equal(compileDataset(mergeDatasets(source(blank), source(own))).entries.get('9001')?.relevance.level, 'high');
  });
});

suite('entries of ProtoXEPs', () => {
  const { xep: _xep, ...unnumbered } = blank;
  const proposal: Entry = { ...unnumbered, protoxep: 'kettle', title: 'Kettle', reviewed: { version: '0.0.2', date: '2026-11-27' }, namespaces: ['urn:test:kettle:0'], formTypes: [] };
  const document = { number: 'xxxx', title: 'kettle', version: '0.0.2' };
  const verdict = (entry: Partial<Entry>, ...others: Entry[]): Dataset => compileDataset(source(...others, { ...proposal, ...entry }));

  test('are found by title while the number has no entry', () => {
    const dataset = compileDataset(source(blank, proposal));
    assert.equal(dataset.entryOf(document)?.protoxep, 'kettle');
    assert.equal(dataset.entryOf({ ...document, number: '9099' })?.protoxep, 'kettle');
    assert.equal(dataset.entryOf({ ...document, number: '9001' })?.xep, '9001');
    assert.equal(dataset.entryOf({ ...document, title: 'Blank' }), undefined);
  });

  test('of one title are told apart by version', () => {
    const later = { ...proposal, protoxep: 'a-later-kettle', reviewed: { version: '0.0.10', date: '2026-11-27' } };
    const dataset = compileDataset(source(proposal, later));
    assert.deepEqual(['0.0.2', '0.0.10', '0.0.11', ''].map((version) => dataset.entryOf({ ...document, version })?.protoxep), ['kettle', 'a-later-kettle', 'a-later-kettle', 'a-later-kettle']);
  });

  test('speak for a namespace that no XEP defines', () => {
    const dataset = verdict({ containers: [{ in: 'urn:test:kettle:0', match: ['boil'] }] });
    assert.equal(dataset.verdicts('urn:test:kettle:1', 'boil', null, '')[0]?.kind, 'container');
    assert.equal(dataset.verdicts('urn:test:kettle:1', 'boil', null, '')[0]?.entry, 'inbox/kettle');
  });

  test('leave to a XEP what it defines too, but in their own document', () => {
    const carriers = [{ in: 'urn:test:a:0', match: ['item', 'old'], category: 'jid', note: 'Names somebody.', source: 'One' }, { form: 'urn:test:form', match: ['who'], category: 'jid', note: 'Names somebody.', source: 'One' }];
    const dataset = verdict({ namespaces: ['urn:test:a:2'], formTypes: ['urn:test:form'], carriers }, { ...blank, controls: [{ in: 'urn:test:a:0', match: ['item'] }] });
    const kinds = (name: string, where: string): string[] => dataset.verdicts('urn:test:a:0', name, null, where).map(({ kind }) => kind);
    assert.deepEqual([kinds('item', ''), kinds('old', ''), kinds('item', '9001')], [['control'], [], ['control']]);
    assert.deepEqual([kinds('item', 'inbox/kettle')[0], kinds('old', 'inbox/kettle')], ['carrier', ['carrier']]);
    assert.deepEqual([dataset.fieldVerdicts('urn:test:form', 'who', '').length, dataset.fieldVerdicts('urn:test:form', 'who', 'inbox/kettle').length], [0, 1]);
    assert.equal(dataset.owners('urn:test:a:0')[0], '9001');
  });

  test('are hidden with the XEP that they became, by title or vocabulary', () => {
    const titled = { ...proposal, title: 'blank' };
    const versioned = { ...proposal, protoxep: 'versioned', namespaces: ['urn:test:a:7'] };
    const borrowing = { ...proposal, protoxep: 'borrowing', controls: [{ in: 'urn:test:a:0', match: ['item'] }] };
    const other = { ...proposal, protoxep: 'other' };
    const numbered = { ...blank, xep: '9002' };
    assert.deepEqual(hideEntry([blank, numbered, titled, versioned, borrowing, other], blank), [numbered, other]);
  });

  test('are replaced by an own entry of the same name', () => {
    const own = { ...proposal, relevance: { level: 'high' as const, codes: ['H1'], reason: 'Seen otherwise here.' } };
    assert.equal(compileDataset(mergeDatasets(source(blank, proposal), source(own))).entryOf(document)?.relevance.level, 'high');
  });
});

suite('namespace families', () => {
  for (const [namespace, family] of [
    ['urn:xmpp:mam:2', 'urn:xmpp:mam:*'], ['urn:xmpp:mam:1#extended', 'urn:xmpp:mam:*#extended'], ['http://example.org/protocol/x#2', 'http://example.org/protocol/x#*'],
    ['urn:ietf:params:xml:ns:vcard-4.0', 'urn:ietf:params:xml:ns:vcard-4.0'], ['jabber:server', 'jabber:client'], ['', ''],
  ] as const) {
    test(`"${namespace}" belongs to "${family}"`, () => {
      assert.equal(namespaceFamily(namespace), family);
    });
  }
});

suite('own entries', () => {
  test('are read alone, as a list, or wrapped', () => {
    for (const text of [JSON.stringify(blank), JSON.stringify([blank]), JSON.stringify({ entries: [blank] })]) {
      assert.deepEqual(readEntries(text), { entries: [blank], errors: [] });
    }
  });

  test('that are broken are named with place and fault', () => {
    assert.match(readEntries('{\n  "xep": ').errors[0] ?? '', /^2:\d+: .*value is missing/);
    assert.match(readEntries(JSON.stringify([blank, { ...blank, kind: 'poem' }])).errors[0] ?? '', /^1:\d+: entry 2, kind must be equal to one of the allowed values: protocol/);
    assert.match(readEntries(JSON.stringify({ ...blank, colour: 'red' })).errors[0] ?? '', /"colour"/);
    assert.match(readEntries(JSON.stringify({ ...blank, title: undefined })).errors[0] ?? '', /title/);
    assert.notDeepEqual(readEntries(JSON.stringify({ ...blank, protoxep: 'kettle' })).errors, []);
  });
});
