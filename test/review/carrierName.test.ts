// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { carrierName, namesInWords } from '../../server/src/review/index.ts';

suite('names in messages', () => {
  test('are those of elements, attributes and fields as authors write them', () => {
    assert.equal(carrierName({ element: 'cup', attribute: null, field: null }), '<cup/>');
    assert.equal(carrierName({ element: 'cup', attribute: 'owner', field: null }), '<cup owner/>');
    assert.equal(carrierName({ element: 'field', attribute: null, field: { formType: 'urn:kettle:form', var: 'guest' } }), 'field "guest"');
  });

  for (const [names, limit, words] of [
    [[], 3, ''], [['cup'], 3, 'cup'], [['cup', 'lid'], 3, 'cup and lid'], [['cup', 'lid', 'tea'], 3, 'cup, lid and tea'], [['cup', 'lid', 'tea', 'hob'], 3, 'cup, lid, tea and 1 more'], [['cup', 'lid', 'tea', 'hob'], 1, 'cup and 3 more'],
    [['cup', 'cup', 'lid', 'cup'], 2, 'cup and lid'],
  ] as const) {
    test(`stand in a row: ${words === '' ? 'none' : words}`, () => assert.equal(namesInWords(names, limit), words));
  }
});
