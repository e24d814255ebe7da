// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { carrierText } from '../../server/src/lsp/carrierText.ts';
import { plainText } from '../../server/src/lsp/markup.ts';
import { explainCarrier } from '../../server/src/report/index.ts';
import { reviewXep, type Carrier, type Review } from '../../server/src/review/index.ts';
import { orchard } from '../review/orchard.ts';
import { exampleSection, xepSource, type XepFacts } from '../support/xepSource.ts';

const gatherer = (facts: XepFacts): { readonly review: Review; readonly carrier: Carrier } => {
  const review = reviewXep('fruit.xml', xepSource({ ...facts, body: exampleSection("<gatherer xmlns='urn:orchard:windfall:0'>ada</gatherer>") }), orchard);
  return { review, carrier: review.carriers.find(({ element }) => element === 'gatherer') ?? assert.fail() };
};

suite('where a verdict comes from', () => {
  for (const [what, facts, expected] of [
    ['a ProtoXEP of that very version', { title: 'Windfall', version: '1.2' }, /^curated for version 1\.2, section "Gathering"$/m],
    ['a XEP that has just got its number', { title: 'Windfall', number: '9050', version: '1.3' }, /^curated for version 1\.2, section "Gathering"; this is version 1\.3$/m],
    ['another document', { title: 'Jam' }, /^curated for version 1\.2 of ProtoXEP windfall, section "Gathering"$/m],
  ] as const) {
    test(`is told in ${what}`, () => {
      const { review, carrier } = gatherer(facts);
      assert.match(carrierText(carrier, review, orchard, plainText).value, expected);
    });
  }

  test('names a ProtoXEP at the terminal too', () => {
    assert.match(explainCarrier(gatherer({ title: 'Jam' }).carrier, orchard), /curated in ProtoXEP windfall version 1\.2, section "Gathering"/);
  });
});
