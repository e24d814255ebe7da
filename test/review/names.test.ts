// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { nameRule, nameRules } from '../../server/src/review/names.ts';

suite('what names mean', () => {
  test('is what the rule says that lists them, no rule before it taking them away, and a category of the dataset', () => {
    const { categories } = bundledDataset();
    for (const rule of nameRules) {
      assert.ok(rule.words.length > 0 && categories.has(rule.category), rule.category);
      assert.deepEqual(rule.words.filter((word) => nameRule(word) !== rule), [], rule.category);
    }
  });

  for (const [name, category] of [
    ['userAgent', 'device-client'], ['user-agent', 'device-client'], ['agent-of-user', 'jid'], ['last_seen_at', 'presence'], ['seen-last', undefined], ['FirstName', 'profile'], ['name-first', undefined], ['publicKeyId', 'crypto-identity'], ['urn:x#privateKey', 'credentials'],
    ['contact-address', 'contact-details'], ['contact', 'social-graph'], ['latency', undefined], ['size', undefined], ['', undefined],
  ] as const) {
    test(`is ${category ?? 'nothing'} for "${name}"`, () => assert.equal(nameRule(name)?.category, category));
  }
});
