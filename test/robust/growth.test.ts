// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { parseXml } from '../../server/src/xml/index.ts';
import { long } from './budget.ts';
import { constructs } from './constructs.ts';
import { growthOf } from './growth.ts';

const dataset = bundledDataset();
const factor = 16;
/** Far above what is linear, far below what is quadratic. */
const limit = factor / 3;

/** Units of the smaller document where a careless way costs so little for each that only larger ones show it. */
const larger: Readonly<Record<string, number>> = { 'declarations of namespaces on one tag': 60_000, 'types in types': 16_000 };

suite('the time of a review grows no faster than the document', () => {
  suiteSetup(() => {
    // What is loaded when first needed is loaded before anything is measured.
    reviewXep('warm.xml', constructs['names']?.(50) ?? '', dataset);
  });

  for (const [what, construct] of Object.entries(constructs)) {
    test(`with many ${what}`, () => {
      const { small, large, excess } = growthOf(construct, (text) => { reviewXep('kettle.xml', text, dataset); }, long ? 100_000 : larger[what] ?? 4_000, factor, limit);
      assert.ok(excess < limit, `${excess.toFixed(1)} times faster: ${small.toFixed(1)} ms, for ${factor} times as many ${large.toFixed(0)} ms`);
    });
  }

  test('and neither does that of the parser, where sections lost their end', () => {
    const { small, large, excess } = growthOf(constructs['CDATA sections that lost their end'] ?? String, (text) => { parseXml(text); }, 50_000, 64, 64 / 6);
    assert.ok(excess < 64 / 6, `${excess.toFixed(1)} times faster: ${small.toFixed(1)} ms, for 64 times as many ${large.toFixed(0)} ms`);
  });
});
