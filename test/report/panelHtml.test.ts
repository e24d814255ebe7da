// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { panelAssets } from '../../server/generated/panel.js';
import { panelHtml, type PanelData } from '../../server/src/report/index.ts';
import { panelEntry } from './panelEntries.ts';
import { dataset, hostile } from './rows.ts';

const nasty = { ...hostile, 'the end of a script': '</script><script>alert(1)</script>', 'a comment in a script': '<!--<script>', 'the end of a table for readers without scripts': '</noscript><img src=x onerror=alert(1)>', 'line ends of old scripts': 'one\u2028two\u2029three' };
const entries = Object.values(nasty).map((text, at) => panelEntry({ number: null, name: text, path: `inbox/${at}.xml`, title: text, status: text, type: text, reason: text, codes: [text] }, { note: text, name: text, id: text }));
const page = panelHtml([panelEntry(), ...entries], dataset, '1.2.3', panelAssets);
const json = /<script type="application\/json" id="xep-gdpr-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';

suite('the panel as a report', () => {
  test('allows its own script and style by their checksums, and nothing else', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)?.[1] ?? '';
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const script = page.slice(page.lastIndexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'));
    const sum = (text: string): string => createHash('sha256').update(text).digest('base64');
    assert.equal(policy, `default-src 'none'; script-src 'sha256-${sum(script)}'; style-src 'sha256-${sum(style)}'; base-uri 'none'; form-action 'none'`);
  });

  test('names no other machine but in links that a reader follows', () => {
    assert.doesNotMatch(page.replace(json, ''), /<(?:img|iframe|link|object|embed|video|audio)\b|@import|url\(|XMLHttpRequest|WebSocket|EventSource/);
  });

  test('ends no element before its time, whatever a document says', () => {
    assert.equal(page.match(/<script\b/gi)?.length, 2);
    assert.equal(page.match(/<\/script>/gi)?.length, 2);
    assert.equal(page.match(/<\/noscript>/gi)?.length, 1);
    assert.doesNotMatch(json, /</);
  });

  test('gives every text back as it was', () => {
    const data = JSON.parse(json) as PanelData;
    assert.deepEqual(data.documents.slice(1).map(({ title }) => title), Object.values(nasty));
    assert.deepEqual(data.carriers.slice(1).map((carriers) => carriers[0]?.note), Object.values(nasty));
    assert.deepEqual(data.head.categories.map(({ id }) => id), ['tea', 'mug']);
  });

  test('holds the same rows as a plain table for readers without scripts', () => {
    const plain = /<noscript>(.*?)<\/noscript>/s.exec(page)?.[1] ?? '';
    assert.equal(plain.match(/<tr class=/g)?.length, entries.length + 1);
    assert.match(plain, /<a href="https:\/\/xmpp\.org\/extensions\/xep-9042\.html">XEP-9042: Kettle<\/a>/);
  });

  test('is the same every time', () => {
    assert.equal(panelHtml([panelEntry(), ...entries], dataset, '1.2.3', panelAssets), page);
  });
});
