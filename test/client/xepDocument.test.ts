// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { documentTitle, looksLikeXep, publishedPage } from '../../client/src/xepDocument.ts';
import { review } from './summaries.ts';

suite('names of a document', () => {
  const proto = review('XXXX', { title: 'Kettles', uri: 'file:///xeps/inbox/kettle%20v2.xml' });

  test('a numbered XEP goes by its number', () => {
    const numbered = review('0191', { title: 'Blocking Command' });
    assert.deepEqual([documentTitle(numbered), publishedPage(numbered)], ['XEP-0191 Blocking Command', 'https://xmpp.org/extensions/xep-0191.html']);
  });

  test('a ProtoXEP goes by its title', () => {
    assert.deepEqual([documentTitle(proto), publishedPage(proto)], ['Kettles', 'https://xmpp.org/extensions/inbox/kettle%20v2.html']);
  });

  test('a draft without title and published page has its file name alone', () => {
    const draft = review(null, { title: ' ', uri: 'untitled:Untitled-1' });
    assert.deepEqual([documentTitle(draft), publishedPage(draft)], ['untitled:Untitled-1', null]);
  });
});

suite('telling a XEP from other XML', () => {
  for (const text of ['<?xml version="1.0"?>\n<!DOCTYPE xep SYSTEM "xep.dtd" [', '<xep>', '<!-- note -->\n<xep xmlns:x="y">']) {
    test(`${JSON.stringify(text)} begins a XEP`, () => {
      assert.ok(looksLikeXep(text));
    });
  }
  for (const text of ['', '<project>', '<xepher/>', '<!DOCTYPE xephtml>', 'xep']) {
    test(`${JSON.stringify(text)} begins none`, () => {
      assert.ok(!looksLikeXep(text));
    });
  }
});
