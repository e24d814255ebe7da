// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { compareReviews, reviewXep, type Comparison, type Review } from '../../server/src/review/index.ts';
import { readEntityFile } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { reviewOrchard } from './orchard.ts';

const pick = exampleSection("<pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.example'/>");
const hut = exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>");
const harvest = (body: string): string => xepSource({ number: '9001', version: '1.2', body });
const compare = (before: string | Review | null, after: string | Review | null): Comparison => {
  const [one, other] = [before, after].map((side) => (typeof side === 'string' ? reviewOrchard(side) : side));
  return compareReviews(one ?? null, other ?? null) ?? assert.fail('nothing to compare');
};
const ids = (carriers: readonly { readonly id: string }[]): string[] => carriers.map(({ id }) => id);

/** The same document as somebody else would lay it out: lines of prose folded anew, markup indented, examples shifted, other line ends. */
function reflow(source: string): string {
  const start = source.indexOf('</header>');
  const [head, body] = [source.slice(0, start), source.slice(start)];
  const parts = body.split(/(<!\[CDATA\[[^]*?\]\]>|<(?:example|code)\b[^]*?<\/(?:example|code)>|<!--[^]*?-->)/);
  const folded = parts.map((part, at) => (at % 2 === 1 ? part.replace(/\n(?=\s*<)/g, '\n     ') : part.replace(/\s*\n\s*/g, ' ').replace(/ (?=<(?:section|p|li|ul|example|table|tr)\b)/g, '\n\t').replace(/([^<>]{60}) (?=[^<>]*(?:<(?!\/?(?:section|p|li)\b)|$))/g, '$1\n')));
  return (head + folded.join('')).replaceAll('\n', '\r\n');
}

suite('a comparison of two revisions', () => {
  test('finds nothing between a document and itself', () => {
    assert.equal(compare(harvest(pick), harvest(pick)).kind, 'same');
  });

  test('finds what a revision adds: carriers, categories, recipients', () => {
    const { kind, carriers, categories, recipients } = compare(harvest(pick), harvest(pick + hut));
    assert.deepEqual([kind, ids(carriers.added), ids(carriers.dropped)], ['changed', ['urn:orchard:harvest:1 hut'], []]);
    assert.deepEqual([categories, recipients], [{ added: ['location'], dropped: [] }, { added: ['public'], dropped: [] }]);
  });

  test('finds what a revision drops, as the other way round', () => {
    const { carriers, categories } = compare(harvest(pick + hut), harvest(pick));
    assert.deepEqual([ids(carriers.added), ids(carriers.dropped), categories], [[], ['urn:orchard:harvest:1 hut'], { added: [], dropped: ['location'] }]);
  });

  test('takes all versions of a namespace for the same', () => {
    assert.deepEqual(compare(harvest(pick), harvest(pick.replace('harvest:1', 'harvest:2'))).kind, 'same');
  });

  test('finds what changes of a carrier', () => {
    const before = reviewOrchard(harvest(hut));
    const after = { ...before, carriers: before.carriers.map((carrier) => ({ ...carrier, recipients: ['contact'], retention: 'transient' })) };
    assert.deepEqual(compare(before, after).carriers.changed[0]?.changes, [{ what: 'recipients', before: 'public', after: 'contact' }, { what: 'retention', before: 'archived', after: 'transient' }]);
  });

  test('finds each fact of a carrier that changes, and no other', () => {
    const before = reviewOrchard(harvest(hut));
    for (const [changes, expected] of [
      [{ category: 'jid' }, 'category: location > jid'], [{ also: ['jid', 'profile'] }, 'category: location > location, jid, profile'], [{ sensitivity: 'high' }, 'sensitivity: medium > high'], [{ recipients: ['public', 'contact'] }, 'recipients: public > public, contact'], [{ retention: 'session' }, 'retention: archived > session'],
      [{ subject: ['contact', 'user'] }, 'subject: user > contact, user'], [{ default: 'opt-in' }, 'default:  > opt-in'], [{ control: 'admin' }, 'control:  > admin'], [{ flags: ['covert', 'children'] }, 'flags:  > covert, children'], [{ own: false }, 'defined here: yes > no'], [{ basis: 'inferred' }, 'basis: curated > inferred'],
    ] as const satisfies readonly (readonly [Partial<Review['carriers'][number]>, string])[]) {
      const after = { ...before, carriers: before.carriers.map((carrier) => ({ ...carrier, ...changes })) };
      const { kind, carriers } = compare(before, after);
      assert.deepEqual([kind, ...carriers.changed.flatMap(({ carrier, changes: found }) => [carrier.id, ...found.map((one) => `${one.what}: ${one.before} > ${one.after}`)])], ['changed', 'urn:orchard:harvest:1 hut', expected]);
    }
    const noted = { ...before, carriers: before.carriers.map((carrier) => ({ ...carrier, note: 'Other words.', occurrences: [] })) };
    assert.deepEqual([compare(before, noted).kind, compare(before, noted).carriers.changed], ['same', []]);
  });

  test('finds a change of one thing alone', () => {
    const before = reviewOrchard(harvest(hut));
    const { considerations, relevance, problems } = before;
    for (const [what, changes] of [
      ['the level', { relevance: { ...relevance, level: 'high' } }], ['a code', { relevance: { ...relevance, codes: [...relevance.codes, 'M8'] } }], ['a code less', { relevance: { ...relevance, codes: ['M3'] } }], ['a finding less', { problems: problems.slice(1) }],
      ['privacy', { considerations: { ...considerations, privacy: { ...considerations.privacy, grade: 1 } } }], ['security', { considerations: { ...considerations, security: { ...considerations.security, grade: 1 } } }],
    ] as const satisfies readonly (readonly [string, Partial<Review>])[]) {
      assert.deepEqual([compare(before, { ...before, ...changes }).kind, compare({ ...before, ...changes }, before).kind], ['changed', 'changed'], what);
    }
    assert.equal(compare(before, { ...before, title: 'Other', problems: [...problems, ...problems], considerations: { ...considerations, privacy: { ...considerations.privacy, missing: [...considerations.privacy.missing].reverse() } } }).kind, 'same');
  });

  test('shows the newer review, and the older where there is no newer', () => {
    const [before, after] = [reviewOrchard(harvest(hut)), reviewOrchard(harvest(pick))];
    assert.deepEqual([compare(before, after).review, compare(null, after).review, compare(before, null).review], [after, after, before]);
    assert.deepEqual([compare(null, after).level, compare(before, null).level], [{ before: null, after: 'medium' }, { before: 'medium', after: null }]);
    assert.deepEqual([compare(null, after).privacy, compare(before, null).privacy.map(({ what, before: one, after: other }) => `${what}: ${one} > ${other}`)], [[], ['missing: location > ']]);
  });

  test('counts categories and recipients of what the document brings: what it defines, or orders to be processed', () => {
    const cider = (body: string): Review => reviewOrchard(xepSource({ number: '9002', version: '1.2', body }));
    const { categories, recipients, carriers } = compare(cider(''), cider(pick + hut));
    assert.deepEqual([categories.added, recipients.added, ids(carriers.added)], [['jid'], ['third-party-service'], ['urn:orchard:harvest:1 pick@picker', 'urn:orchard:harvest:1 hut']]);
  });

  test('finds what changes of the considerations, and of the findings', () => {
    const section = "<section1 topic='Privacy Considerations' anchor='p'><p>Strangers learn the location of people who pick, so huts MUST be hidden.</p></section1>";
    const { privacy, findings } = compare(harvest(hut), harvest(hut + section));
    assert.deepEqual(privacy.map(({ what, before, after }) => `${what}: ${before} > ${after}`), ['state: absent > present', 'grade: 0 > 3', 'covers:  > location', 'missing: location > ']);
    assert.deepEqual(findings, { added: [], dropped: ['considerations/privacy-missing', 'considerations/uncovered'] });
  });

  test('tells level and codes apart', () => {
    const { level, codes } = compare(harvest(pick), xepSource({ number: '9002', version: '1.2', body: pick }));
    assert.deepEqual([level, codes], [{ before: 'medium', after: 'high' }, { added: ['H1'], dropped: ['M3', 'M4'] }]);
  });

  test('knows a document that is new or gone', () => {
    assert.deepEqual([compare(null, harvest(pick)).kind, compare(harvest(pick), null).kind, compareReviews(null, null)], ['added', 'dropped', undefined]);
    assert.deepEqual(ids(compare(null, harvest(pick)).carriers.added), ['urn:orchard:harvest:1 pick@picker']);
  });

  test('leaves out addressing and what is ignored', () => {
    const before = reviewOrchard(harvest(pick));
    const ignored = { ...before, carriers: before.carriers.map((carrier) => ({ ...carrier, ignored: 'Decided.' })) };
    assert.deepEqual(ids(compare(ignored, ignored).carriers.added), []);
    const message = exampleSection("<message from='otto@orchard.example'/>");
    assert.equal(compare(harvest(pick), harvest(pick + message)).kind, 'same');
  });

  test('is empty for real documents that were only laid out anew', function reflowed() {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    const dataset = bundledDataset();
    const files = corpusFiles(folder).filter((_, at) => at % 12 === 5);
    for (const file of files) {
      const text: string = readFileSync(join(folder, file), 'utf8');
      const other = reflow(text);
      assert.notEqual(other, text);
      const comparison: Comparison = compareReviews(reviewXep(file, text, dataset, { entities }), reviewXep(file, other, dataset, { entities })) ?? assert.fail();
      const { review: _review, ...rest } = comparison;
      assert.equal(comparison.kind, 'same', `${file}: ${JSON.stringify(rest).slice(0, 1000)}`);
    }
    assert.ok(files.length > 50);
  });
});
