// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { namespaceFinder } from '../../server/src/dataset/nearNamespace.ts';

const known = ['urn:orchard:harvest:1', 'urn:orchard:cider:0', 'http://orchard.example/protocol/tune', 'urn:pear'];

const nearest = namespaceFinder(known);

suite('a namespace that nobody defines', () => {
  for (const [namespace, meant] of [
    ['urn:orchard:harvst:1', 'urn:orchard:harvest:1'],
    ['urn::orchard:cider:0', 'urn:orchard:cider:0'],
    ['http://orchard.example/protocols/tunes', 'http://orchard.example/protocol/tune'],
  ] as const) {
    test(`is near ${meant}: ${namespace}`, () => assert.equal(nearest(namespace), meant));
  }

  for (const [why, namespace] of [['differs in a number', 'urn:orchard:harvest:2'], ['differs in more than a few characters', 'urn:orchard:vinegar:0'], ['is short', 'urn:peer'], ['is the known one', 'urn:orchard:cider:0'], ['is empty', '']] as const) {
    test(`is near none when it ${why}`, () => assert.equal(nearest(namespace), undefined));
  }

  test('is near none when it is very long', () => assert.equal(nearest('urn:'.repeat(50_000)), undefined));
});
