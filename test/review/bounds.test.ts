// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { xepSource } from '../support/xepSource.ts';
import { reviewOrchard } from './orchard.ts';

const open = "<section1 topic='Privacy Considerations'><p>";

/** Texts on which careless patterns run for minutes. The limit of the tests is no measurement: it only tells linear from quadratic. */
suite('a review of a hostile document ends', () => {
  for (const [what, body] of [
    ['CDATA sections that never close', '<![CDATA['.repeat(200_000)], ['comments that never close', open + '<!--'.repeat(200_000)], ['spaces', `${open}no${' '.repeat(1_000_000)}concerns`], ['denials', open + 'no new security and '.repeat(50_000)],
    ['fields of one name', `<section1 topic='Fields'><code><![CDATA[<form_type><name>urn:orchard:basket</name>${"<field var='weight' label='x'/>".repeat(130_000)}</form_type>]]></code></section1>`],
    ['titles of RFCs', open + 'RFC 1234: x '.repeat(80_000)], ['attributes that never close', `${open}<example>${'&lt;c d="'.repeat(20_000)}`],
  ] as const) {
    test(`with ${what}`, () => {
      assert.equal(reviewOrchard(xepSource({ body })).path, 'orchard.xml');
    }).timeout(30_000);
  }
});
