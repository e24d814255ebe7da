// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { baselineText, readBaseline, type KnownFinding } from '../../server/src/dataset/index.ts';
import { applyBaseline, knownFindings, reviewXep, type Review } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard } from './orchard.ts';

const pick = "<pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.example'/>";
const hut = "<hut xmlns='urn:orchard:harvest:1'>north</hut>";
const review = (path: string, number: string, ...examples: readonly string[]): Review => reviewXep(path, xepSource({ number, title: 'Harvest', status: 'Experimental', body: examples.map(exampleSection).join('') }), orchard);
const left = (one: Review): string[] => [...one.carriers.filter(({ baseline, ignored }) => !baseline && ignored === null).map(({ id }) => id), ...one.problems.map(({ code, about }) => (about === undefined ? code : `${code} ${about}`))];
const apply = (one: Review, known: readonly KnownFinding[], documents: readonly string[] = [], today = '2026-11-23') => applyBaseline(one, known, today, new Set(documents));

suite('a baseline', () => {
  const before = review('xep-9001.xml', '9001', pick);
  const known = knownFindings(before);

  test('knows level, carriers and problems of the documents that it was drawn up from', () => {
    assert.deepEqual(known.map(({ level, code, carrier }) => level ?? code ?? carrier), ['medium', 'urn:orchard:harvest:1 pick@picker', 'considerations/privacy-missing']);
    const { review: after, level, met } = apply(before, known, ['xep-9001']);
    assert.deepEqual([left(after), level, met], [[], 'medium', [0, 1, 2]]);
  });

  test('leaves what is new', () => {
    const after = apply(review('xep-9001.xml', '9001', pick, hut), known, ['xep-9001']);
    assert.deepEqual(left(after.review), ['urn:orchard:harvest:1 hut', 'considerations/uncovered location']);
  });

  test('tells findings of one code apart by what they are about', () => {
    const all = knownFindings(review('xep-9001.xml', '9001', pick, hut));
    const other = all.map((finding) => (finding.about === 'location' ? { ...finding, about: 'contact-details' } : finding));
    assert.deepEqual(left(apply(review('xep-9001.xml', '9001', pick, hut), other, ['xep-9001']).review), ['considerations/uncovered location']);
  });

  test('does not care for lines, nor for the version of a namespace', () => {
    const moved = reviewXep('xep-9001.xml', xepSource({ number: '9001', title: 'Harvest', status: 'Experimental', body: `\n\n\n${exampleSection(`\n   ${pick.replace('harvest:1', 'harvest:3')}`)}` }), orchard);
    assert.deepEqual(left(apply(moved, known, ['xep-9001']).review), []);
  });

  test('follows a ProtoXEP that gets its number, by its title and its namespaces', () => {
    const proto = knownFindings(review('inbox/harvest.xml', 'xxxx', pick));
    assert.deepEqual(proto.map(({ document }) => document).filter((document) => document !== 'harvest'), []);
    assert.deepEqual(left(apply(before, proto, ['xep-9001']).review), []);
    const renamed = proto.map((finding) => ({ ...finding, title: 'Picking' }));
    assert.deepEqual(left(apply(before, renamed, ['xep-9001']).review), ['considerations/privacy-missing']);
    assert.deepEqual(left(apply(before, proto, ['xep-9001', 'harvest']).review).length, 2);
  });

  test('says of what it knows that it does, and keeps reasons given before', () => {
    const [carrier, ...others] = before.carriers;
    const decided = { ...before, carriers: carrier ? [{ ...carrier, ignored: 'Decided.' }, ...others] : [], ignored: before.problems.map((problem) => ({ ...problem, code: 'source/namespace' as const, reason: 'Decided.' })) };
    const { review: after, met } = apply(decided, known, ['xep-9001']);
    assert.deepEqual(after.carriers.map(({ ignored }) => ignored), ['Decided.']);
    assert.deepEqual(after.ignored.map(({ code, reason }) => [code, reason]), [['source/namespace', 'Decided.'], ['considerations/privacy-missing', 'Known: stands in the baseline.']]);
    assert.deepEqual(met, [0, 2]);
    assert.deepEqual(apply(before, known, ['xep-9001']).review.carriers.map(({ id, ignored }) => [id, ignored]), [['urn:orchard:harvest:1 pick@picker', 'Known: stands in the baseline.']]);
  });

  test('keeps nothing of a level that is none, of addressing and of what is ignored', () => {
    const none = { ...before, relevance: { ...before.relevance, level: 'none' as const }, carriers: before.carriers.flatMap((carrier) => [{ ...carrier, baseline: true }, { ...carrier, ignored: 'Decided.' }, { ...carrier, baseline: true, ignored: 'Decided.' }]) };
    assert.deepEqual(knownFindings(none), [{ document: 'xep-9001', title: 'Harvest', code: 'considerations/privacy-missing' }]);
    const about = knownFindings(review('xep-9001.xml', '9001', hut)).filter(({ code }) => code !== undefined);
    assert.deepEqual(about, [{ document: 'xep-9001', title: 'Harvest', code: 'considerations/privacy-missing' }, { document: 'xep-9001', title: 'Harvest', code: 'considerations/uncovered', about: 'location' }]);
  });

  test('tells the level that it knows of this document, and whether it is met', () => {
    const levels = (level: 'low' | 'medium', document: string, title = 'Harvest'): KnownFinding => ({ document, title, level });
    const told = (findings: readonly KnownFinding[], documents: readonly string[] = ['xep-9001', 'xep-9002']) => { const { level, met } = apply(before, findings, documents); return [level, met]; };
    assert.deepEqual([told([levels('low', 'xep-9001')]), told([levels('medium', 'xep-9001')]), told([levels('medium', 'xep-9002'), levels('low', 'xep-9001'), levels('medium', 'xep-9001')])], [['low', []], ['medium', [0]], ['low', [2]]]);
    assert.deepEqual([told([levels('medium', 'gone')]), told([levels('medium', 'gone', ' harvest\n')]), told([levels('medium', 'gone', 'Other')]), told([])], [['medium', [0]], ['medium', [0]], [null, []], [null, []]]);
  });

  test('takes no two documents without a title for the same', () => {
    const untitled = { ...before, title: '' };
    assert.deepEqual(left(apply(untitled, known.map((finding) => ({ ...finding, document: 'gone', title: ' ' })), ['xep-9001']).review), ['considerations/privacy-missing']);
  });

  test('follows a carrier that moved only to where its namespace is defined', () => {
    const moved = [{ document: 'gone', title: 'Other', carrier: 'urn:orchard:harvest:1 pick@picker' }, { document: 'gone', title: 'Other', carrier: 'jabber:x:data field[loose]' }];
    assert.deepEqual(left(apply(before, moved, ['xep-9001']).review), ['considerations/privacy-missing']);
    const borrowing = review('xep-9002.xml', '9002', pick);
    assert.ok(left(apply(borrowing, moved, ['xep-9002']).review).includes('urn:orchard:harvest:1 pick@picker'));
    const [carrier] = before.carriers;
    const loose = { ...before, carriers: carrier ? [{ ...carrier, id: 'jabber:x:data field[loose]', field: { formType: null, var: 'loose' } }] : [] };
    assert.ok(left(apply(loose, moved, ['xep-9001']).review).includes('jabber:x:data field[loose]'));
  });

  test('knows a finding by its code and by what it is about', () => {
    const finding = { document: 'xep-9001', title: 'Harvest' };
    assert.deepEqual([{ code: 'considerations/uncovered' }, { code: 'considerations/privacy-missing', about: 'location' }, { code: 'considerations/privacy-missing' }].map((what) => left(apply(before, [{ ...finding, ...what }], ['xep-9001']).review).length), [2, 2, 1]);
  });

  test('holds a finding to its last day', () => {
    const until = known.map((finding) => ({ ...finding, until: '2026-11-23' }));
    assert.deepEqual([left(apply(before, until, ['xep-9001']).review).length, left(apply(before, until, ['xep-9001'], '2026-11-24').review).length], [0, 2]);
  });
});

suite('the text of a baseline', () => {
  const one: KnownFinding = { document: 'kettle', title: 'Kettle "hot"', code: 'considerations/uncovered', about: 'location' };
  const other: KnownFinding = { document: 'a', title: 'A', carrier: 'urn:a b@c', until: '2027-01-01' };

  test('reads back as it was, in an order of its own, each finding once', () => {
    const text = baselineText([one, other, one]);
    assert.equal(text, baselineText([other, one]));
    assert.deepEqual(readBaseline(text), { findings: [other, one] });
    assert.equal(text.trim().split('\n').length, 7);
    assert.deepEqual(readBaseline(baselineText([])), { findings: [] });
  });

  for (const [what, text, words] of [
    ['no JSON', '{', /is no JSON/], ['another file', '{"ignore": []}', /no baseline of this program/], ['a list', '[]', /no baseline of this program/], ['another version', '{"schemaVersion":2,"findings":[]}', /no baseline/],
    ['a finding of nothing', '{"schemaVersion":1,"findings":[{"document":"a","title":"b"}]}', /findings\/0 needs/], ['a finding of two', '{"schemaVersion":1,"findings":[{"document":"a","title":"b","code":"c","carrier":"d"}]}', /findings\/0/],
    ['a day that is none', '{"schemaVersion":1,"findings":[{"document":"a","title":"b","code":"c","until":"soon"}]}', /findings\/0/],
  ] as const) {
    test(`names what is wrong: ${what}`, () => {
      const read = readBaseline(text);
      assert.match('error' in read ? read.error : '', words);
    });
  }
});
