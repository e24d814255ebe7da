// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { reviewOrchard } from './orchard.ts';

const wrong = "<iq><pick xmlns='urn:orchard:harvst:1' picker='ada@orchard.lit'/></iq>";

function namespaceFindings(text: string): string[] {
  return reviewOrchard(text).problems.filter(({ code }) => code === 'source/namespace').map(({ message, offset, length }) => `${text.slice(offset, offset + length)}: ${message}`);
}

suite('a misspelt namespace', () => {
  test('is found in examples, once, with what to write', () => {
    const text = xepSource({ body: exampleSection(wrong) + exampleSection(wrong) });
    assert.deepEqual(namespaceFindings(text), ["xmlns='urn:orchard:harvst:1': Unknown namespace \"urn:orchard:harvst:1\": write \"urn:orchard:harvest:1\"."]);
  });

  test('is meant as it is when prose names it', () => {
    assert.deepEqual(namespaceFindings(xepSource({ body: `<section1 topic='Use'><p>It is qualified by the 'urn:orchard:harvst:1' namespace.</p></section1>${exampleSection(wrong)}` })), []);
  });

  test('is meant as it is when a schema defines it', () => {
    const schema = "<code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:harvst:1'><xs:element name='pick'/></xs:schema>]]></code>";
    assert.deepEqual(namespaceFindings(xepSource({ body: `${exampleSection(wrong)}<section1 topic='Schema'>${schema}</section1>` })), []);
  });
});
