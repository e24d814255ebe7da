// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { addIgnore, carrierKey, readWorkspaceFile, type Entry, type Ignore } from '../../server/src/dataset/index.ts';

const ignore: Ignore = { document: 'xep-0191', carrier: 'urn:xmpp:blocking item@jid', reason: 'Known.' };
const entry = JSON.parse(readFileSync(new URL('../../data/xeps/xep-0191.json', import.meta.url), 'utf8')) as Entry;
const at = (text: string): string[] => readWorkspaceFile(text).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);

suite('a workspace\'s own data', () => {
  test('is read whole', () => {
    const override = { document: '*', level: 'low', reason: 'Decided.' } as const;
    const text = JSON.stringify({ ignore: [ignore], entries: [entry], overrides: [override] });
    assert.deepEqual(readWorkspaceFile(text), { ignores: [ignore], ignoreSpans: [{ start: 11, end: 11 + JSON.stringify(ignore).length }], entries: [entry], overrides: [override], errors: [] });
  });

  test('may be empty, and may start with a byte order mark', () => {
    assert.deepEqual(readWorkspaceFile('\uFEFF{}'), { ignores: [], ignoreSpans: [], entries: [], overrides: [], errors: [] });
  });

  test('knows where each sound ignore stands', () => {
    const text = `{ "ignore": [ 5, ${JSON.stringify(ignore)},\n  { "document": "a" }, ${JSON.stringify({ ...ignore, document: '*' })} ] }`;
    const { ignoreSpans } = readWorkspaceFile(text);
    assert.deepEqual(ignoreSpans.map(({ start, end }) => (JSON.parse(text.slice(start, end)) as Ignore).document), ['xep-0191', '*']);
  });

  test('loses a broken item only', () => {
    const { ignores, entries, errors } = readWorkspaceFile(JSON.stringify({ ignore: [{ ...ignore, reason: '' }, ignore], entries: [{ ...entry, kind: 'poem' }, entry] }));
    assert.deepEqual([ignores, entries, errors.length], [[ignore], [entry], 2]);
  });

  for (const [fault, text, expected] of [
    ['a missing reason', '{ "ignore": [\n  { "document": "a", "code": "carrier/jid" }\n] }', ['2:3 ignore/0 must have required property "reason".']],
    ['neither carrier nor code', '{ "ignore": [\n  { "document": "a", "reason": "r" }\n] }', ['2:3 ignore/0 needs either "carrier" or "code", and not both.']],
    ['both carrier and code', '{ "ignore": [\r\n  { "document": "a", "carrier": "x y", "code": "carrier/jid", "reason": "r" }\r\n] }', ['2:3 ignore/0 needs either "carrier" or "code", and not both.']],
    ['a day that is none', '{ "ignore": [\n  { "document": "a", "code": "carrier/jid", "reason": "r",\n    "until": "soon" }\n] }', ['3:14 ignore/0/until must be a day, YYYY-MM-DD.']],
    ['a code that is none', '{ "ignore": [{ "document": "a", "code": "jid", "reason": "r" }] }', ['1:41 ignore/0/code must be the code of a finding, such as considerations/privacy-missing or carrier/jid.']],
    ['an unknown member, at its name', '{\n  "ignored": []\n}', ['2:3 The file must not have a member "ignored".']],
    ['an unknown level', '{ "overrides": [{ "document": "a", "level": "huge", "reason": "r" }] }', ['1:45 overrides/0/level must be one of none, low, medium, high.']],
    ['a list that is none', '{ "ignore": {} }', ['1:13 ignore must be array.']],
    ['another value than an object', '[]', ['1:1 The file must be object.']],
    ['no text at all', '', ['1:1 The text ends where a value is missing.']],
    ['a lost comma', '{\n  "ignore": []\n  "entries": []\n}', ['3:3 "," or "}" is missing here.']],
    ['a lost bracket', '{\n  "ignore": [\n', ['3:1 The text ends where a value is missing.']],
    ['a trailing comma', '{ "ignore": [ 1, ] }', ['1:15 ignore/0 must be object.', '1:18 A value is missing before "]".']],
    ['an open string', '{ "ignore": [ "abc\n] }', ['1:15 The string is not closed on its line.']],
    ['a lone word', '{ "ignore": none }', ['1:13 "none" is no JSON value.']],
    ['text after the end', '{}\n}', ['2:1 There is more text after the end of the JSON value.']],
  ] as const) {
    test(`names the place of ${fault}`, () => {
      assert.deepEqual(at(text), expected);
    });
  }

  test('keeps what stands before a syntax error', () => {
    const { ignores, errors } = readWorkspaceFile(`{ "ignore": [${JSON.stringify(ignore)}, { "document": "xep-0`);
    assert.deepEqual([ignores, errors.length], [[ignore], 1]);
  });

  test('survives deep nesting, odd member names and every truncation', () => {
    assert.match(at('['.repeat(100_000)).join(), /nesting is too deep/);
    assert.match(at('{ "__proto__": { "ignore": [] }, "a/b~c": 1 }').join(), /"__proto__".*"a\/b~c"/);
    const whole = JSON.stringify({ ignore: [ignore], entries: [entry], overrides: [] }, null, 2);
    for (let end = 0; end < whole.length; end += 7) {
      assert.ok(readWorkspaceFile(whole.slice(0, end)).errors.length > 0, `no error at ${end}`);
    }
  });
});

suite('adding an ignore', () => {
  const added = (text: string | undefined, one: Ignore = ignore): string => {
    const result = addIgnore(text, one);
    assert.ok('text' in result, 'error' in result ? result.error : '');
    return result.text;
  };

  test('makes the file where there is none', () => {
    assert.equal(added(undefined), '{\n  "ignore": [\n    { "document": "xep-0191", "carrier": "urn:xmpp:blocking item@jid", "reason": "Known." }\n  ]\n}\n');
  });

  for (const [where, text] of [
    ['an empty list', '{ "ignore": [] }'], ['a file without a list', '{\n  "overrides": []\n}\n'], ['a list with another ignore', '{\n\t"ignore": [\n\t\t{ "document": "*", "code": "carrier/jid", "reason": "r" }\n\t]\n}'],
    ['a file with a broken part', '{ "ignore": [{ "document": "a" }], "colour": 1 }'], ['a file with Windows line ends', '{\r\n  "ignore": [\r\n    { "document": "*", "code": "carrier/jid", "reason": "r" }\r\n  ]\r\n}\r\n'],
  ] as const) {
    test(`keeps every other character of ${where}`, () => {
      const after = added(text);
      assert.ok(readWorkspaceFile(after).ignores.some((one) => one.reason === 'Known.'));
      assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text) || !text.includes('\n'));
      let left = 0;
      for (const character of after) {
        left += text.charAt(left) === character ? 1 : 0;
      }
      assert.equal(left, text.length);
    });
  }

  test('replaces the same decision, whatever the version of the namespace', () => {
    const old = added(undefined, { ...ignore, carrier: 'urn:xmpp:x:1 item@jid', reason: 'Old.' });
    const result = addIgnore(old, { ...ignore, document: 'XEP-0191', carrier: 'urn:xmpp:x:2 item@jid', reason: 'New.' });
    assert.ok('text' in result && result.replaced);
    assert.deepEqual(readWorkspaceFile(result.text).ignores.map(({ reason }) => reason), ['New.']);
  });

  test('refuses what the schema refuses, and a text that is no JSON', () => {
    assert.deepEqual(addIgnore(undefined, { ...ignore, until: '2026' }), { error: 'ignore/0/until must be a day, YYYY-MM-DD.' });
    assert.deepEqual(addIgnore('{ "ignore": [', ignore), { error: '1:14: The text ends where a value is missing.' });
    assert.deepEqual(addIgnore('{ "ignore": 1 }', ignore), { error: '1:13: ignore must be array.' });
  });

  test('compares carriers by the family of namespace and form type', () => {
    assert.equal(carrierKey('urn:a:0 item@jid'), carrierKey(' urn:a:7 item@jid '));
    assert.equal(carrierKey('jabber:x:data field[urn:a:0 who is it]'), carrierKey('jabber:x:data field[urn:a:1 who is it]'));
    assert.notEqual(carrierKey('urn:a:0 item'), carrierKey('urn:b:0 item'));
  });

  test('is read at once however many mistakes it holds, and not at all where it is too large to be true', () => {
    const { errors } = readWorkspaceFile(`{"ignore":[${new Array(30_000).fill('{}').join(',\n')}]}`);
    assert.equal(errors.length, 501);
    assert.deepEqual([errors.at(-1)?.line, errors.at(-1)?.message], [30_000, 'There are more faults in this file: 90000 in all.']);
    assert.deepEqual(readWorkspaceFile(' '.repeat(2_000_001)).errors.map(({ message }) => message), ['The file is too large to be true: more than 2000000 characters.']);
  }).timeout(20_000);
});
