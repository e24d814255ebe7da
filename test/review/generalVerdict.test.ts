// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const gate: Entry = {
  xep: '9001', title: 'Gate', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L5'], reason: 'Names people.' },
  namespaces: ['urn:gate:0'], formTypes: [], containers: [], controls: [], notPersonal: [],
  carriers: [
    { in: 'urn:gate:0', match: ['pass@role'], when: { attributes: { role: ['none'] } }, category: 'moderation-record', note: 'Sent away.', source: 'Gate' },
    { in: 'urn:gate:0', match: ['pass@role'], category: 'social-graph', note: 'What somebody is here.', source: 'Gate' },
  ],
};
const dataset = compileDataset({ version: 'test', notes: {}, entries: [gate], categories: [] });
const none = "<pass xmlns='urn:gate:0' role='none'/>";
const guest = "<pass xmlns='urn:gate:0' role='guest'/>";

suite('a carrier with one verdict in general and one under a condition', () => {
  for (const [what, body, expected] of [
    ['has the general one, whichever comes first', exampleSection(none + guest), 'social-graph 2x'],
    ['has the general one also where another example shows it', exampleSection(none) + exampleSection(guest), 'social-graph 2x'],
    ['has the conditional one where nothing else is shown', exampleSection(none + none), 'moderation-record 2x'],
  ] as const) {
    test(what, () => {
      const { carriers } = reviewXep('gate.xml', xepSource({ title: 'Yard', body }), dataset);
      assert.deepEqual(carriers.map(({ category, occurrences }) => `${category} ${occurrences.length}x`), [expected]);
    });
  }
});

suite('a verdict under a condition', () => {
  type Condition = NonNullable<Entry['carriers'][number]['when']>;
  /** Whether `pass@name` carries in an example, where it does under this condition only. */
  const carries = (when: Condition, example: string): boolean => {
    const entry: Entry = { ...gate, carriers: [{ in: 'urn:gate:0', match: ['pass@name'], when, category: 'jid', note: 'Who it is.', source: 'Gate' }], containers: [{ in: 'urn:gate:0', match: ['pass', 'door'] }] };
    return reviewXep('gate.xml', xepSource({ title: 'Yard', body: exampleSection(example) }), compileDataset({ version: 'test', notes: {}, entries: [entry], categories: [] })).carriers.length > 0;
  };
  const pass = (attributes: string, content = ''): string => `<pass xmlns='urn:gate:0' name='otto' ${attributes}>${content}</pass>`;

  for (const [what, when, holds, fails] of [
    ['one of some values of an attribute', { attributes: { role: ['cook', 'host'] } }, [pass("role='cook'"), pass("role='host'")], [pass("role='guest'"), pass('')]],
    ['all of some attributes', { attributes: { role: ['cook'], shift: ['day'] } }, [pass("role='cook' shift='day'")], [pass("role='cook'"), pass("shift='day'")]],
    ['the lack of an attribute', { attributes: { role: [''] } }, [pass('')], [pass("role='cook'")]],
    ['the presence of an attribute', { not: { role: [''] } }, [pass("role='cook'")], [pass('')]],
    ['none of some values', { not: { role: ['cook', 'host'] } }, [pass(''), pass("role='guest'")], [pass("role='cook'"), pass("role='host'")]],
    ['a shape', { shape: 'user-jid' }, [pass('').replace('otto', 'otto@yard.example')], [pass(''), pass('').replace('otto', 'yard.example')]],
    ['a child', { child: ['urn:gate:0', 'key'] }, [pass('', '<lamp/><key/>'), pass('', "<key xmlns='urn:gate:7'/>")], [pass(''), pass('', 'key'), pass('', '<lamp/>'), pass('', "<key xmlns='urn:fence:0'/>"), pass('', '<lamp><key/></lamp>')]],
    ['a parent', { parent: ['urn:gate:0', 'door'] }, [`<door xmlns='urn:gate:0'>${pass('')}</door>`], [pass(''), `<gate xmlns='urn:gate:0'>${pass('')}</gate>`, `<door xmlns='urn:fence:0'>${pass('')}</door>`]],
    ['several things', { attributes: { role: ['cook'] }, child: ['urn:gate:0', 'key'] }, [pass("role='cook'", '<key/>')], [pass("role='cook'"), pass('', '<key/>')]],
  ] as const satisfies readonly (readonly [string, Condition, readonly string[], readonly string[]])[]) {
    test(`holds for ${what}, and for nothing else`, () => {
      assert.deepEqual([holds.filter((example) => !carries(when, example)), fails.filter((example) => carries(when, example))], [[], []]);
    });
  }

  test('is passed over by a schema where there is one without, else the first that carries holds', () => {
    const schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:gate:0'><xs:element name='pass'><xs:complexType><xs:attribute name='name'/></xs:complexType></xs:element></xs:schema>";
    const shaped = (category: string): Entry['carriers'][number] => ({ in: 'urn:gate:0', match: ['pass@name'], when: { shape: 'user-jid' }, category, note: 'Who it is.', source: 'Gate' });
    const plain: Entry['carriers'][number] = { in: 'urn:gate:0', match: ['pass@name'], category: 'pseudonym', note: 'Who it is.', source: 'Gate' };
    const declared = (carriers: Entry['carriers'], notPersonal: Entry['notPersonal'] = []): string[] => {
      const categories = reviewXep('gate.xml', xepSource({ title: 'Yard', body: exampleSection(schema) }), compileDataset({ version: 'test', notes: {}, entries: [{ ...gate, carriers, notPersonal }], categories: [] })).carriers;
      return categories.map(({ category }) => category);
    };
    const other = { in: 'urn:gate:0', match: ['pass@name'], why: 'A number.' };
    assert.deepEqual([declared([shaped('jid'), plain]), declared([shaped('jid'), shaped('profile')]), declared([shaped('jid')], [{ ...other, when: { shape: 'domain' } }]), declared([shaped('jid')], [other])], [['pseudonym'], ['jid'], ['jid'], []]);
  });
});
