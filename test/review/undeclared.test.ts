// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { reviewOrchard } from './orchard.ts';

const declaring = exampleSection("<p:press xmlns:p='urn:orchard:cider:0'/>");

function findings(...examples: readonly string[]): string[] {
  const text = xepSource({ body: declaring + examples.map(exampleSection).join('') });
  return reviewOrchard(text).problems.filter(({ code }) => code === 'source/namespace').map(({ message, offset, length }) => `${text.slice(offset, offset + length)}: ${message}`);
}

suite('a prefix that an example does not declare', () => {
  test('is found once where another example declares it, with what to add', () => {
    assert.deepEqual(findings('<p:apple/>', '<p:apple/>'), ["p: Prefix \"p\" is not declared here: add xmlns:p='urn:orchard:cider:0'."]);
  });

  test('is found on an attribute', () => {
    assert.deepEqual(findings("<iq p:apple='red'/>"), ["p: Prefix \"p\" is not declared here: add xmlns:p='urn:orchard:cider:0'."]);
  });

  test('is found at the first of several places', () => {
    const text = xepSource({ body: declaring + exampleSection('<iq/><p:apple/><p:pear/>') });
    const offsets = reviewOrchard(text).problems.filter(({ code }) => code === 'source/namespace').map(({ offset }) => offset);
    assert.deepEqual(offsets, [text.indexOf('p:apple')]);
  });

  test('is looked for in examples, not in schemas', () => {
    assert.deepEqual(findings("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:shed'><p:note/></xs:schema>"), []);
  });

  test('is no attribute of that name that stands twice', () => {
    assert.deepEqual(findings("<iq p='1' p='2'/>"), []);
  });

  for (const [why, example] of [['is declared', "<p:apple xmlns:p='urn:orchard:cider:0'/>"], ['means nothing in the document', '<q:apple/>'], ['is one that nobody declares', '<stream:features/>']] as const) {
    test(`is none that ${why}`, () => assert.deepEqual(findings(example), []));
  }

  test('is none that XEPs use undeclared, though another example declares it', () => {
    assert.deepEqual(findings('<stream:features/>', "<iq xmlns:stream='http://etherx.jabber.org/streams'/>"), []);
  });
});
