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
