// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { xepSource } from '../support/xepSource.ts';
import { constructs } from './constructs.ts';
import { mutated, mutation } from './mutation.ts';

const samples = join(import.meta.dirname, '..', '..', 'data', 'samples');

/** Documents that come with the project. */
export const sampleTexts: readonly string[] = ['doorbell.xml', 'library-loans.xml', 'line-folding.xml'].map((name) => readFileSync(join(samples, name), 'utf8'));

/** A part of a document: a few of one construct, with its declarations of entities. */
const part = fc.record({ what: fc.constantFrom(...Object.keys(constructs)), count: fc.integer({ min: 0, max: 4 }) }).map(({ what, count }) => {
  const text = constructs[what]?.(count) ?? '';
  return { entities: /%ents;([^]*?)\n\]>/.exec(text)?.[1] ?? '', body: text.slice(text.indexOf('</header>') + 9, text.lastIndexOf('</xep>')) };
});

/** Documents put together from all constructs, half of them broken at a few places. */
export const document: fc.Arbitrary<string> = fc.record({
  parts: fc.array(part, { maxLength: 5 }),
  number: fc.constantFrom('xxxx', '0191', '0045', '0060', '0004', '9001'),
  breaks: fc.oneof(fc.constant([]), fc.array(mutation, { minLength: 1, maxLength: 4 })),
}).map(({ parts, number, breaks }) => mutated(xepSource({ number, entities: parts.map(({ entities }) => entities).join('\n'), body: parts.map(({ body }) => body).join('\n') }), breaks));
