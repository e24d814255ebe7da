// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache, type FragmentCache } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, formTypes: [], controls: [], notPersonal: [] };
const carrier = (namespace: string, ...match: string[]): Entry['carriers'][number] => ({ in: namespace, match, category: 'jid', note: 'Names somebody.', source: 'Meadow' });
const meadow: Entry = {
  ...blank, xep: '9001', title: 'Meadow', namespaces: ['urn:meadow:card', 'urn:meadow:card#part', 'urn:meadow:herd'],
  carriers: [carrier('urn:meadow:card', 'owner', 'owner@nick'), carrier('urn:meadow:card#part', 'owner'), carrier('urn:meadow:herd', 'cow@keeper', 'milk', 'fence@painter')], containers: [{ in: 'urn:meadow:card', match: ['card', 'entry', 'list'] }, { in: 'urn:meadow:card#part', match: ['list'] }, { in: 'urn:meadow:herd', match: ['cow', 'herd', 'entry', 'fence'] }],
};
const barn: Entry = { ...blank, xep: '9002', title: 'Barn', namespaces: ['urn:meadow:barn:1'], carriers: [carrier('urn:meadow:barn:1', 'cow@keeper', 'cow@stall')], containers: [{ in: 'urn:meadow:barn:1', match: ['cow'] }] };
const stanzas: Entry = { ...blank, title: 'Stanzas', namespaces: ['jabber:client'], carriers: [{ ...carrier('jabber:client', 'body'), when: { shape: 'user-jid' } }, { ...carrier('jabber:client', 'body'), category: 'message-content' }, { ...carrier('jabber:client', 'status'), category: 'presence' }], containers: [] };
const dataset = compileDataset({ version: 'test', notes: {}, entries: [stanzas, meadow, barn], categories: [] });

function found(...examples: readonly string[]): string[] {
  return foundKeeping(undefined, ...examples);
}

function foundKeeping(fragments: FragmentCache | undefined, ...examples: readonly string[]): string[] {
  return reviewXep('hay.xml', xepSource({ title: 'Hay', body: examples.map((example) => exampleSection(example)).join('') }), dataset, fragments && { fragments }).carriers.map(({ id, occurrences }) => `${id} ${occurrences.length}x`);
}

suite('an element that lost its namespace', () => {
  test('is read as a wrapper that the dataset knows by name and content, and its content with it', () => {
    assert.deepEqual(found("<card><owner nick='Bo'>bo@meadow.example</owner><moo/></card>"), ['urn:meadow:card owner 1x', 'urn:meadow:card owner@nick 1x']);
  });

  test('is left alone where nothing in it belongs to the wrapper of that name', () => {
    assert.deepEqual(found('<card><moo/></card>'), []);
    assert.deepEqual(found("<owner nick='Bo'/>"), []);
  });

  test('is left alone where two wrappers with that content have the name', () => {
    assert.deepEqual(found('<entry><owner/><milk/></entry>'), []);
  });

  test('belongs where the other examples of the document use such an element', () => {
    assert.deepEqual(found("<herd xmlns='urn:meadow:herd'><cow keeper='bo@meadow.example'/></herd>", "... <cow keeper='al@meadow.example'/> ..."), ['urn:meadow:herd cow@keeper 2x']);
  });

  test('belongs to the first namespace that knows its attributes, of several that have the name', () => {
    const both = "<herd xmlns='urn:meadow:herd'><cow keeper='bo@meadow.example'/></herd><cow xmlns='urn:meadow:barn:1' keeper='bo@meadow.example'/>";
    assert.deepEqual(found(both, "<cow stall='bo@meadow.example'/>"), ['urn:meadow:herd cow@keeper 1x', 'urn:meadow:barn:1 cow@keeper 1x', 'urn:meadow:barn:1 cow@stall 1x']);
    assert.deepEqual(found(both, "<cow keeper='al@meadow.example'/>"), ['urn:meadow:herd cow@keeper 2x', 'urn:meadow:barn:1 cow@keeper 1x']);
  });

  test('belongs to a namespace that the document uses otherwise, if that alone has such a wrapper with such attributes', () => {
    const milk = "<milk xmlns='urn:meadow:herd'/>";
    assert.deepEqual(found(milk, "<cow keeper='al@meadow.example'/>"), ['urn:meadow:herd milk 1x', 'urn:meadow:herd cow@keeper 1x']);
    assert.deepEqual(found(milk, "<cow stall='al@meadow.example'/>"), ['urn:meadow:herd milk 1x']);
  });

  test('belongs elsewhere as soon as another example comes or goes', () => {
    const fragments = fragmentCache(60);
    const [lost, milk, other] = ["<cow keeper='al@meadow.example'/>", "<milk xmlns='urn:meadow:herd'/>", "<cow xmlns='urn:meadow:barn:1' keeper='bo@meadow.example'/>"];
    for (const examples of [[lost], [lost, milk], [lost, other], [lost, milk], [lost]]) {
      assert.deepEqual(foundKeeping(fragments, ...examples), found(...examples));
    }
  });

  test('belongs to a protocol rather than to a part of it', () => {
    assert.deepEqual(found('<list><owner/></list>'), ['urn:meadow:card owner 1x']);
  });

  test('belongs to stanzas where it holds the words of a message', () => {
    assert.deepEqual(found('<body>Moo</body>', '<status>Grazing</status>'), ['jabber:client body 1x']);
  });

  test('belongs where its name and attributes are known, whatever belongs to XML itself', () => {
    assert.deepEqual(found("<card xml:lang='en' xmlns:x='urn:x'><owner>bo@meadow.example</owner></card>"), ['urn:meadow:card owner 1x']);
    assert.deepEqual(found("<card nick='Bo'><owner>bo@meadow.example</owner></card>"), []);
  });

  test('belongs nowhere where the document uses its name only for something that nobody has judged', () => {
    assert.deepEqual(found("<card xmlns='urn:sheep:0'/>", '<card><owner>bo@meadow.example</owner></card>'), []);
  });

  test('takes nothing along into what does not belong to it', () => {
    assert.deepEqual(found('<card><owner/><moo><owner/></moo></card>'), ['urn:meadow:card owner 1x']);
  });

  test('is no wrapper of what it does not know', () => {
    assert.deepEqual(found("<fence painter='al@meadow.example'><moo/></fence>"), []);
    assert.deepEqual(found("<fence painter='al@meadow.example'><milk/></fence>"), ['urn:meadow:herd fence@painter 1x', 'urn:meadow:herd milk 1x']);
    assert.deepEqual(found("<herd><cow keeper='al@meadow.example'/></herd>"), ['urn:meadow:herd cow@keeper 1x']);
  });

  test('is found however deep it lies', () => {
    const depth = 3_000;
    assert.deepEqual(found(`<card><owner>${'<entry>'.repeat(depth)}<owner/>${'</entry>'.repeat(depth)}</owner></card>`), ['urn:meadow:card owner 2x']);
  });
});

suite('a carrier that only prose names', () => {
  const stable = (extra: Partial<Entry>): string[] => {
    const entry: Entry = { ...barn, ...extra };
    const text = xepSource({ number: '9002', title: 'Barn', version: '1.0', body: "<section1 topic='Protocol'><p>The 'stall' attribute says where a cow stands.</p></section1>" });
    return reviewXep('barn.xml', text, compileDataset({ version: 'test', notes: {}, entries: [entry], categories: [] })).carriers.map(({ id, occurrences }) => `${id} ${occurrences.map(({ where }) => where).join()}`);
  };
  const byShape = (shape: 'user-jid' | 'room-jid'): Entry['carriers'][number] => ({ ...carrier('urn:meadow:barn:1', 'cow@stall'), when: { shape } });

  test('is marked once, however many conditions its verdicts have', () => {
    assert.deepEqual(stable({ carriers: [byShape('user-jid'), byShape('room-jid')] }), ['urn:meadow:barn:1 cow@stall prose']);
  });

  test('is not marked where it carries under a condition only', () => {
    assert.deepEqual(stable({ carriers: [byShape('user-jid')], notPersonal: [{ in: 'urn:meadow:barn:1', match: ['cow@stall'], why: 'A number.' }] }), []);
  });
});
