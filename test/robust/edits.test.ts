// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache, readEntityFile } from '../../server/src/xep/index.ts';
import { corpusFolder } from '../support/corpus.ts';
import { tries } from './budget.ts';
import { document, sampleTexts } from './documents.ts';
import { mutated, mutation, type Mutation } from './mutation.ts';

const own = bundledDataset();
const other = bundledDataset({ version: 'other', categories: [], notes: {}, entries: [{
  protoxep: 'kettle', title: 'Kettle', reviewed: { version: '0.0.1', date: '2026-11-27' }, kind: 'protocol', relevance: { level: 'low', codes: ['L1'], reason: 'Made up for a test.', tags: [] },
  namespaces: ['urn:kettle:0'], formTypes: ['urn:kettle:0'], carriers: [{ in: 'urn:kettle:0', match: ['brew@user'], category: 'pseudonym', note: 'Who brews.', source: 'Protocol' }], containers: [], controls: [], notPersonal: [],
}] });
const datasets = [own, other];
const entityFiles = [undefined, readEntityFile("<!ENTITY tea '<tt>user</tt> password'><!ENTITY xep0191 'Blocking'>"), readEntityFile("<!ENTITY tea 'leaves'>")];

/** What happens between two reviews. */
type Step =
  | { readonly kind: 'edit'; readonly mutations: readonly Mutation[] }
  | { readonly kind: 'undo'; readonly versions: number }
  | { readonly kind: 'twice'; readonly from: number; readonly length: number; readonly to: number }
  | { readonly kind: 'dataset' | 'entities'; readonly index: number }
  | { readonly kind: 'another'; readonly text: string };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), mutations: fc.array(mutation, { minLength: 1, maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), versions: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('twice' as const), from: share, length: fc.integer({ min: 1, max: 3000 }), to: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dataset' as const), index: fc.nat({ max: datasets.length - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('entities' as const), index: fc.nat({ max: entityFiles.length - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('another' as const), text: document }) },
);

/** Reviews after each step with what was kept of all steps before, and afresh. */
function staysTheSame(start: string, steps: readonly Step[], limit: number): void {
  const fragments = fragmentCache(limit);
  const versions = [start];
  let dataset = own;
  let entities = entityFiles[0];
  for (const one of [undefined, ...steps]) {
    const text = versions.at(-1) ?? '';
    switch (one?.kind) {
      case 'edit': versions.push(mutated(text, one.mutations)); break;
      case 'undo': versions.splice(Math.max(1, versions.length - one.versions)); break;
      case 'twice': {
        const from = Math.floor(one.from * text.length);
        versions.push(mutated(text, [{ at: one.to, removed: 0, inserted: text.slice(from, from + one.length) }]));
        break;
      }
      case 'another': versions.push(one.text); break;
      case 'dataset': dataset = datasets[one.index] ?? own; break;
      case 'entities': entities = entityFiles[one.index]; break;
      default:
    }
    const options = entities ? { entities } : {};
    const now = versions.at(-1) ?? '';
    assert.deepEqual(reviewXep('kettle.xml', now, dataset, { ...options, fragments }), reviewXep('kettle.xml', now, dataset, options));
  }
}

suite('a review with what was kept of versions before is what a review afresh is', () => {
  const limits = fc.constantFrom(1, 7, 3000);

  test('for samples, whatever is done to them', () => {
    fc.assert(fc.property(fc.constantFrom(...sampleTexts), fc.array(step, { minLength: 1, maxLength: 12 }), limits, staysTheSame), tries(15, 0.08));
  });

  test('for documents of all constructs, whatever is done to them', () => {
    fc.assert(fc.property(document, fc.array(step, { minLength: 1, maxLength: 12 }), limits, staysTheSame), tries(25, 0.12));
  });

  test('for XEPs, whatever is done to them', function () {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const texts = ['xep-0191.xml', 'xep-0384.xml', 'xep-0080.xml', 'xep-0077.xml', 'inbox/payment-required.xml'].map((name) => readFileSync(join(folder, name), 'utf8'));
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(step, { minLength: 1, maxLength: 10 }), limits, staysTheSame), tries(5, 0.08));
  });
});
