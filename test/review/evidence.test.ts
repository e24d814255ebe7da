// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { evidenceOf, type Evidence } from '../../server/src/review/evidence.ts';
import { noNames, unjudgedIn, type Name } from '../../server/src/review/found.ts';

const cup: Name = { namespace: 'urn:kettle:0', element: 'cup', attribute: null, field: null };

function seen(name: Partial<Name>, values: readonly string[] = [], parents: readonly string[] = []): Evidence {
  return evidenceOf({ ...unjudgedIn(noNames(), { ...cup, ...name }), values: [...values], parents: new Set(parents) });
}

suite('what can be seen of a name', () => {
  test('is whether it is an element, an attribute or a field, and what it belongs to', () => {
    const facts = ({ kind, name, owner, features }: Evidence): unknown[] => [kind, name, owner, features.filter((feature) => !feature.startsWith('s:'))];
    assert.deepEqual(facts(seen({}, [], ['tray', 'shelf'])), ['e', 'cup', 'tray', ['n:cup', 'e:cup']]);
    assert.deepEqual(facts(seen({})), ['e', 'cup', '', ['n:cup', 'e:cup']]);
    assert.deepEqual(facts(seen({ attribute: 'owner' }, [], ['tray'])), ['a', 'owner', 'cup', ['n:owner', 'a:owner', '@:cup@owner']]);
    assert.deepEqual(facts(seen({ element: 'field', field: { formType: null, var: 'guest' } }, [], ['x'])), ['f', 'guest', '', ['n:guest', 'f:guest']]);
  });

  test('is what its name says', () => {
    assert.equal(seen({ attribute: 'nickname' }).rule?.category, 'pseudonym');
    assert.equal(seen({ attribute: 'size' }).rule, undefined);
  });

  test('is which part of its values has one of some shapes, and none where there are no values', () => {
    const { shaped } = seen({}, ['otto@kettle.example', '192.0.2.1', 'blue', '192.0.2.2']);
    assert.deepEqual([shaped('user-jid'), shaped('ip'), shaped('user-jid', 'ip'), shaped('phone'), shaped()], [0.25, 0.5, 0.75, 0, 0]);
    const bare = seen({});
    assert.deepEqual([bare.shaped('user-jid'), bare.truth, bare.sentence, bare.date], [0, 0, 0, 0]);
  });

  test('is which part of its values are truth values', () => {
    assert.equal(seen({}, ['true', 'false', '0', '1', 'yes', 'no', 'untrue', 'falsehood', '10', 'no tea', '21', 'none']).truth, 0.5);
  });

  test('is which part of its values are sentences: words of some length that are nothing else', () => {
    assert.equal(seen({}, ['Tea is served now.', 'Tea is here.', 'Tea-is-served-now.', '+1 212 555 0101']).sentence, 0.25);
    assert.deepEqual(['Tea is here.', 'Tea is here!!'].map((value) => seen({}, [value]).sentence), [0, 1]);
  });

  test('is which part of its values are dates', () => {
    assert.equal(seen({}, ['1469-07-21T02:56:15Z', '1469-07-21', '14690721T02:56:15', '1469', '14690721', 'on 1469-07-21', '914690721T02', '146907-21']).date, 0.375);
  });
});
