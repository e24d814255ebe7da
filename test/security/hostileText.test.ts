// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readXep } from '../../server/src/xep/index.ts';
import { hostileDocument, hostileTexts } from './hostileDocument.ts';
import { deploymentOutputs, outputsOf, skeletonOf } from './outputs.ts';
import { escapesIn } from './readers.ts';

suite('a hostile text stays a text in every output', () => {
  for (const [what, text] of Object.entries(hostileTexts)) {
    test(what, () => {
      const document = hostileDocument(text);
      const outputs = [...outputsOf(document), ...deploymentOutputs(text, document)];
      assert.ok(outputs.length > 30);
      assert.deepEqual(outputs.flatMap((output) => escapesIn(output.kind, output.text).map((escape) => `${output.name}: ${escape}`)), []);
    });
  }
});

suite('a hostile text in the skeleton of Privacy Considerations', () => {
  for (const [what, text] of Object.entries(hostileTexts)) {
    test(`breaks nothing: ${what}`, () => {
      const document = hostileDocument(text);
      const before = readXep(document.source).tree.problems.map(({ message }) => message);
      assert.deepEqual(readXep(skeletonOf(document)).tree.problems.map(({ message }) => message), before);
    });
  }
});
