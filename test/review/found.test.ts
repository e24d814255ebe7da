// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { CarrierVerdict } from '../../server/src/dataset/index.ts';
import { addFound, isXmlName, mergeNames, noNames, noteValue, unjudgedIn, type Name, type Names } from '../../server/src/review/found.ts';

const rake: Name = { namespace: 'urn:shed', element: 'rake', attribute: null, field: null };
const verdict = (note: string, conditional: boolean): CarrierVerdict => ({
  kind: 'carrier', category: 'jid', also: [], sensitivity: 'low', subject: ['user'], recipients: [], retention: 'stored', mitigations: [], rights: [], flags: [], note, source: '', entry: '9001', ...conditional && { when: { shape: 'user-jid' as const } },
});
const sighting = { where: 'example', span: { start: 1, end: 2 } } as const;
const general = (note: string): CarrierVerdict => verdict(note, false);
const conditional = (note: string): CarrierVerdict => verdict(note, true);

suite('a carrier with several verdicts', () => {
  for (const [what, verdicts, stays] of [
    ['the first without a condition, of two', [general('one'), general('two')], 'one'],
    ['one without a condition, of two', [conditional('one'), general('two')], 'two'],
    ['one without a condition, though another follows', [general('one'), conditional('two')], 'one'],
    ['the first, where all have conditions', [conditional('one'), conditional('two')], 'one'],
    ['the first without a condition, of three', [conditional('one'), general('two'), general('three')], 'two'],
  ] as const) {
    test(`is ${what}, in one piece as in several`, () => {
      const whole = noNames();
      verdicts.forEach((each) => addFound(whole, rake, each, false, sighting));
      const merged = noNames();
      verdicts.forEach((each) => {
        const part = noNames();
        addFound(part, rake, each, false, sighting);
        mergeNames(merged, part, (start, end) => ({ start, end }));
      });
      for (const { found } of [whole, merged]) {
        assert.deepEqual([...found.values()].map(({ verdict: { note }, sightings }) => [note, sightings.length]), [[stays, verdicts.length]]);
      }
    });
  }
});

suite('a name that nobody has judged', () => {
  const withValues = (...values: readonly string[]): Names => {
    const names = noNames();
    values.forEach((value) => noteValue(unjudgedIn(names, rake), value));
    return names;
  };
  const valuesIn = ({ unjudged }: Names): readonly string[] => unjudged.get('urn:shed rake')?.values ?? [];

  test('has its different values as evidence, without blanks around them, and eight at most', () => {
    assert.deepEqual(valuesIn(withValues(' otto ', 'otto', '', ' \n', 'nell')), ['otto', 'nell']);
    assert.equal(valuesIn(withValues(...Array.from({ length: 12 }, (_, at) => `n${at}`))).length, 8);
  });

  test('has the evidence of all its pieces, each at its place in the source', () => {
    const whole = withValues('otto');
    const part = withValues('otto', 'nell');
    const known = unjudgedIn(part, rake);
    known.sightings.push(sighting);
    known.parents.add('shed');
    known.types.add('string');
    known.ways.add('presence');
    known.hasText = true;
    mergeNames(whole, part, (start, end) => ({ start: start + 100, end: end + 100 }));
    const { sightings, values, parents, types, ways, hasText, wraps } = unjudgedIn(whole, rake);
    assert.deepEqual([sightings, values, [...parents], [...types], [...ways], hasText, wraps], [[{ where: 'example', span: { start: 101, end: 102 } }], ['otto', 'nell'], ['shed'], ['string'], ['presence'], true, false]);
  });
});

suite('the name of an element or attribute', () => {
  for (const [name, isOne] of [['rake', true], ['x:rake', true], ['_r-2.b', true], ['x2:r2', true], ['коза:имя', true], ['2rake', false], ['-rake', false], ['x:2rake', false], ['x:', false], [':rake', false], ['x:y:z', false], ['[rake', false], ['rake]', false], ['x:ra ke', false], ['', false]] as const) {
    test(`may ${isOne ? '' : 'not '}be "${name}"`, () => assert.equal(isXmlName(name), isOne));
  }
});
