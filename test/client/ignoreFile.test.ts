// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { addIgnore, type Ignore } from '../../client/src/ignoreFile.ts';

const entry: Ignore = { document: 'xep-0191', carrier: 'urn:xmpp:blocking item@jid', reason: 'A "service"', date: '2026-11-23' };

function added(text: string | null, ignored: Ignore = entry): string {
  const result = addIgnore(text, ignored);
  assert.ok(result.kind === 'added', JSON.stringify(result));
  return result.text;
}

suite('adding to the ignore file', () => {
  for (const text of [null, '', ' \n']) {
    test(`${JSON.stringify(text)} becomes a file with one entry`, () => {
      assert.equal(added(text), `${JSON.stringify({ ignore: [entry] }, null, 2)}\n`);
    });
  }

  test('what stands there keeps its form to the letter', () => {
    const before = '{\n    "dataset": [ "own.json" ],\n    "ignore": [\n        { "document": "xep-0001", "code": "source/namespace", "reason": "old" }\n    ],\n    "x": 1\n}\n';
    const after = added(before);
    assert.equal(after.slice(0, before.indexOf('\n    ],')), before.slice(0, before.indexOf('\n    ],')));
    assert.ok(after.endsWith('\n    ],\n    "x": 1\n}\n'));
    assert.deepEqual((JSON.parse(after) as { ignore: unknown[] }).ignore.at(-1), entry);
    assert.match(after, /\n {8}\{\n {12}"document": "xep-0191",/);
  });

  for (const [what, text] of [
    ['an empty list', '{ "ignore": [] }'], ['no list', '{ "own": [1, 2] }'], ['a list of that name further in', '{ "a": { "ignore": [1] }, "ignore": [ {} ] }'],
    ['brackets in strings', '{ "ignore": [ { "reason": "a ] \\" [ b" } ], "b": "]" }'], ['nested lists', '{"ignore":[{"a":[[1],2]}]}'], ['the key twice', '{ "ignore": [1], "ignore": [2] }'],
    ['a byte order mark', '\uFEFF{ "ignore": [] }'], ['Windows line ends', '{\r\n\t"ignore": [\r\n\t\t{}\r\n\t]\r\n}\r\n'],
  ] as const) {
    test(`a file with ${what} gets the entry at the end of the list and keeps the rest`, () => {
      const before = JSON.parse(text.replace('\uFEFF', '')) as { ignore?: unknown[] };
      assert.deepEqual(JSON.parse(added(text).replace('\uFEFF', '')), { ...before, ignore: [...before.ignore ?? [], entry] });
    });
  }

  test('Windows line ends stay what they are', () => {
    assert.doesNotMatch(added('{\r\n\t"ignore": [\r\n\t\t{}\r\n\t]\r\n}\r\n'), /[^\r]\n/);
  });

  test('the same finding is not added twice, whatever the reason', () => {
    assert.deepEqual(addIgnore(added(null), { ...entry, reason: 'another' }), { kind: 'known' });
  });

  test('a code and a carrier of one document are two findings', () => {
    const code: Ignore = { document: 'xep-0191', code: 'considerations/privacy-missing', reason: 'r', date: '2026-11-23' };
    assert.equal((JSON.parse(added(added(null), code)) as { ignore: unknown[] }).ignore.length, 2);
  });

  for (const text of ['{ "ignore": [', '[]', 'null', '{ "ignore": {} }']) {
    test(`the broken file ${text} is left alone, with a reason`, () => {
      const result = addIgnore(text, entry);
      assert.ok(result.kind === 'broken' && result.reason.length > 5, JSON.stringify(result));
    });
  }
});
