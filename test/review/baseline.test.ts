// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type CarrierVerdict, type Entry } from '../../server/src/dataset/index.ts';
import { baselineVerdict, isBaseline } from '../../server/src/review/baseline.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, formTypes: [], controls: [], containers: [] };
const stanzas: Entry = {
  ...blank, title: 'Stanzas', namespaces: ['jabber:client'],
  carriers: [
    { in: 'jabber:client', match: ['message@from', 'message@to'], when: { shape: 'occupant-jid' }, category: 'pseudonym', recipients: ['occupants'], note: 'A nickname.', source: 'Rooms' },
    { in: 'jabber:client', match: ['message@from', 'message@to'], category: 'jid', also: ['location'], sensitivity: 'high', recipients: ['contact'], note: 'An address.', source: 'Stanzas' },
  ],
  notPersonal: [{ in: 'jabber:client', match: ['message@from', 'message@to'], when: { shape: 'domain' }, why: 'A service.' }],
};
const compile = (...entries: readonly Entry[]): ReturnType<typeof compileDataset> => compileDataset({ version: 'test', notes: {}, categories: [], entries: [...entries] });

suite('the addressing of stanzas', () => {
  test('is who sends and who receives, the type and the id of a stanza, whatever the stream, and nothing else', () => {
    for (const namespace of ['jabber:client', 'jabber:server', 'jabber:component:accept']) {
      assert.deepEqual(['from', 'to', 'type', 'id', 'lang'].map((attribute) => isBaseline(namespace, 'iq', attribute)), [true, true, true, true, false], namespace);
      assert.deepEqual(['iq', 'message', 'presence', 'body'].map((element) => isBaseline(namespace, element, 'to')), [true, true, true, false], namespace);
    }
    assert.deepEqual(['urn:kettle:0', ''].map((namespace) => isBaseline(namespace, 'message', 'to')), [false, false]);
  });

  const told = (attribute: string, value: string, ...entries: readonly Entry[]): CarrierVerdict | undefined => baselineVerdict(attribute, value, compile(...entries));

  test('is judged as the dataset judges messages: a person by address, an occupant by nickname, of low weight', () => {
    const facts = (value: string): unknown[] => { const verdict = told('to', value, stanzas); return [verdict?.category, verdict?.also, verdict?.sensitivity, verdict?.recipients, verdict?.note, verdict?.source]; };
    assert.deepEqual(facts('otto@kettle.example'), ['jid', [], 'low', ['contact'], 'An address.', 'Stanzas']);
    assert.deepEqual(facts('otto@kettle.example/stove'), ['jid', ['device-client'], 'low', ['contact'], 'An address.', 'Stanzas']);
    assert.deepEqual(facts('tea@chat.kettle.example/otto'), ['pseudonym', [], 'low', ['occupants'], 'A nickname.', 'Rooms']);
  });

  test('says nothing of services and rooms, nor by the type and the id', () => {
    assert.deepEqual(['kettle.example', 'tea@chat.kettle.example', ''].map((value) => told('from', value, stanzas)), [undefined, undefined, undefined]);
    assert.deepEqual(['type', 'id'].map((attribute) => told(attribute, 'otto@kettle.example', stanzas)), [undefined, undefined]);
  });

  test('is a user\'s address on its way between servers where the dataset does not judge it', () => {
    const passing = { kind: 'carrier', entry: 'core', subject: ['user'], recipients: ['own-server', 'peer-server'], retention: 'transient', mitigations: [], rights: [], flags: [], note: '', source: '', sensitivity: 'low' };
    assert.deepEqual(told('from', 'otto@kettle.example'), { ...passing, category: 'jid', also: [] });
    assert.deepEqual(told('from', 'tea@chat.kettle.example/otto'), { ...passing, category: 'pseudonym', also: [] });
  });
});
