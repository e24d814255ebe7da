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

  test('is found at its first place, with or without a prefix, and only where it is declared', () => {
    const offsets = (...examples: readonly string[]): readonly number[] => reviewOrchard(xepSource({ body: examples.map(exampleSection).join('') })).problems.filter(({ code }) => code === 'source/namespace').map(({ offset }) => offset);
    const text = (...examples: readonly string[]): string => xepSource({ body: examples.map(exampleSection).join('') });
    const prefixed = "<p:pick xmlns:p='urn:orchard:harvst:1'/>";
    for (const examples of [[`${wrong} ${wrong}`], ['<iq/>', wrong, wrong], [prefixed, wrong]]) {
      assert.deepEqual(offsets(...examples), [text(...examples).search(/xmlns(?::p)?='urn:orchard:harvst/)]);
    }
    assert.deepEqual(offsets("<iq ns='urn:orchard:harvst:1' ns:xmlns='urn:orchard:harvst:1'/>", '<iq>urn:orchard:harvst:1</iq>', "<iq xmlns=''/>"), []);
  });

  test('is one although prose names a longer one that begins alike, and is none where it names both', () => {
    const named = (words: string): string[] => namespaceFindings(xepSource({ body: `${exampleSection(wrong)}<section1 topic='Use'><p>${words}</p></section1>` }));
    for (const longer of ['urn:orchard:harvst:12', 'urn:orchard:harvst:1#owner', 'urn:orchard:harvst:1/owner', 'urn:orchard:harvst:1-a', 'urn:orchard:harvst:1:a']) {
      assert.equal(named(`It is qualified by '${longer}'.`).length, 1, longer);
    }
    assert.deepEqual(named("It is qualified by 'urn:orchard:harvst:12' or 'urn:orchard:harvst:1'."), []);
  });

  test('is looked for in prose before, between and behind examples', () => {
    const prose = "<section1 topic='Use'><p>It is 'urn:orchard:harvst:1'.</p></section1>";
    const other = exampleSection('<iq/>');
    for (const sections of [[prose, exampleSection(wrong), exampleSection(wrong)], [exampleSection(wrong), prose, exampleSection(wrong)], [other, exampleSection(wrong), other, exampleSection(wrong), prose]]) {
      assert.deepEqual(namespaceFindings(xepSource({ body: sections.join('') })), []);
    }
  });

  test('is meant as it is when prose names it', () => {
    assert.deepEqual(namespaceFindings(xepSource({ body: `<section1 topic='Use'><p>It is qualified by the 'urn:orchard:harvst:1' namespace.</p></section1>${exampleSection(wrong)}` })), []);
  });

  test('is meant as it is when a schema defines it', () => {
    const schema = "<code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:harvst:1'><xs:element name='pick'/></xs:schema>]]></code>";
    assert.deepEqual(namespaceFindings(xepSource({ body: `${exampleSection(wrong)}<section1 topic='Schema'>${schema}</section1>` })), []);
  });
});
