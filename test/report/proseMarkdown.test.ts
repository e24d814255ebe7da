// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { proseMarkdown } from '../../server/src/report/proseMarkdown.ts';

suite('prose as Markdown', () => {
  for (const [text, expected] of [
    ['<item jid/> and <body/>', '`<item jid/>` and `<body/>`'],
    ['field "muc#roominfo_subject" is shown', 'field `muc#roominfo_subject` is shown'],
    ['a "muc#x_y" of no field', 'a "muc\\#x\\_y" of no field'],
    ['field "a`b"', 'field "a\\`b"'],
    ['*bold* [a](b)', '\\*bold\\* \\[a\\](b)'],
  ] as const) {
    test(`sets ${text}`, () => {
      assert.equal(proseMarkdown(text), expected);
    });
  }
});
