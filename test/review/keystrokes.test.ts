// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applied, keystrokes } from '../../scripts/bench/keystrokes.ts';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { fragmentCache } from '../../server/src/xep/index.ts';
import { corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { orchard } from './orchard.ts';

const dataset = bundledDataset();
const samples = join(import.meta.dirname, '..', '..', 'data', 'samples');

/** Reviews a text after each of many keystrokes, once with what was kept of the versions before and once afresh. */
function staysTheSame(path: string, source: string, count: number): void {
  const fragments = fragmentCache(60);
  let text = source;
  for (const [index, stroke] of keystrokes(source, count).entries()) {
    text = applied(text, stroke);
    assert.deepEqual(reviewXep(path, text, dataset, { fragments }), reviewXep(path, text, dataset), `${path}, keystroke ${index + 1}`);
  }
}

suite('reviewing after a keystroke', () => {
  for (const name of ['doorbell.xml', 'library-loans.xml', 'line-folding.xml']) {
    test(`gives for ${name} what reviewing afresh gives`, () => staysTheSame(name, readFileSync(join(samples, name), 'utf8'), 60));
  }

  // One judged in this version, one with a schema, field tables and own entities, and one that nobody has judged.
  for (const name of ['xep-0191.xml', 'xep-0384.xml', 'inbox/payment-required.xml']) {
    test(`gives for ${name} what reviewing afresh gives`, function () {
      const folder = corpusFolder();
      if (folder === undefined) {
        this.skip();
      }
      staysTheSame(name, readFileSync(join(folder, name), 'utf8'), 40);
    });
  }

  test('judges anew what did not change where the document came to define something else', () => {
    const fragments = fragmentCache(60);
    const text = (number: string, section = ''): string => xepSource({ number, title: 'Orchard', version: '1.2', body: `${exampleSection("<pick picker='otto@orchard.example'><hut>north</hut></pick>")}${section}` });
    const schema = "<code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:shed:0'><xs:element name='hut'/></xs:schema>]]></code>";
    const versions = [text('9002'), text('9001'), text('9002'), text('xxxx', schema), text('xxxx')];
    const found = versions.map((version) => reviewXep('x.xml', version, orchard, { fragments }).carriers.map(({ id }) => id));
    assert.deepEqual(found, versions.map((version) => reviewXep('x.xml', version, orchard).carriers.map(({ id }) => id)));
    assert.ok(new Set(found.map(String)).size > 1, 'the versions do not differ');
  });

  test('gives the same when two documents share what is kept', () => {
    const fragments = fragmentCache(1000);
    const texts = ['doorbell.xml', 'library-loans.xml'].map((name) => readFileSync(join(samples, name), 'utf8'));
    for (let round = 0; round < 2; round++) {
      for (const text of texts) {
        assert.deepEqual(reviewXep('x.xml', text, dataset, { fragments }), reviewXep('x.xml', text, dataset));
      }
    }
  });
});
